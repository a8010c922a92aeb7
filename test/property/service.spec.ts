import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReportSymbol, ResolvedFinding } from "../../server/src/service/service.ts";
import { LineIndex } from "../../server/src/text/lineIndex.ts";
import { span } from "../../server/src/text/span.ts";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { documentOf, sourceOf, type TestService, testService } from "../support/report.ts";
import { anyText, keystroke, reportText, typed } from "./arbitraries.ts";

const texts = fc.oneof({ weight: 1, arbitrary: anyText }, { weight: 3, arbitrary: reportText });
const whole = (text: string) => span(0, text.length);
const plainly = ({ rule, message, severity, span, fix }: ResolvedFinding) => ({ rule, message, severity, span, fix });

/** Everything a host can ask of a text, as plain data. */
async function everything(service: TestService, text: string, forceReport = true) {
  const source = sourceOf(text, { forceReport });
  const { findings, isReport, kinds } = await service.check(source);
  const offsets = [0, text.length >> 1, text.length, ...[...text.matchAll(/[\r\n]+/g)].map(({ index }) => index)];
  return {
    isReport,
    kinds,
    findings: findings.map(plainly),
    symbols: service.symbols(source),
    folding: service.folding(source),
    completions: offsets.map((offset) => service.completions(source, offset)),
    placeholders: service.placeholders(source),
    status: await service.status(source),
    fixAll: await service.fixAll(source),
  };
}

function everySymbol(symbols: readonly ReportSymbol[]): readonly ReportSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...everySymbol(symbol.children)]);
}

describe("any text", () => {
  it("is read without a throw, and no rule crashes", async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (text, forced) => {
        const service = testService();
        await everything(service, text, forced);
        expect(service.logged).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  it("has findings, placeholders and folds inside itself", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { findings, placeholders, folding } = await everything(testService(), text);
        for (const { start, end } of [...findings, ...folding].map(({ span }) => span).concat(placeholders)) {
          expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("takes every offset to a position and back", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const between = text[offset - 1] === "\r" && text[offset] === "\n";
          expect(lines.offsetAt(lines.positionAt(offset))).toBe(between ? offset - 1 : offset);
        }
      }),
    );
  });
});

describe("an outline", () => {
  it("nests: a child inside its parent, a heading inside its section, siblings one after the other", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const symbols = testService().symbols(sourceOf(text));
        for (const { range, selectionRange, children, name } of everySymbol(symbols)) {
          expect(name.trim()).not.toBe("");
          expect(selectionRange.start >= range.start && selectionRange.end <= range.end).toBe(true);
          for (const child of children) {
            expect(child.range.start >= range.start && child.range.end <= range.end).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("a service fed with keystrokes", () => {
  it("says what a fresh one says of the final text", async () => {
    await fc.assert(
      fc.asyncProperty(reportText, fc.array(keystroke, { minLength: 1, maxLength: 6 }), async (first, keystrokes) => {
        const service = testService();
        let text = first;
        await everything(service, text);
        for (const each of keystrokes) {
          text = typed(text, each);
          await service.check(sourceOf(text));
          service.symbols(sourceOf(text));
        }
        expect(await everything(service, text)).toEqual(await everything(testService(), text));
      }),
      { numRuns: 120 },
    );
  });

  it("says the same when settings change on the way", async () => {
    await fc.assert(
      fc.asyncProperty(reportText, async (text) => {
        const service = testService();
        await service.check(sourceOf(text, { profile: "final", locale: "en", kind: "research" }));
        await service.check(sourceOf(text, { rules: { placeholder: "off" } }));
        expect(await everything(service, text)).toEqual(await everything(testService(), text));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a quick fix", () => {
  it("has edits that apply at once, inside the text", async () => {
    await fc.assert(
      fc.asyncProperty(reportText, async (text) => {
        const actions = await testService().actions(sourceOf(text), whole(text), ["quickfix"]);
        for (const action of actions) applyEdits(text, action.edits());
      }),
      { numRuns: 150 },
    );
  });

  it("that is safe makes its finding go away", async () => {
    await fc.assert(
      fc.asyncProperty(reportText, async (text) => {
        const count = async (of: string, rule: string) =>
          (await testService().check(sourceOf(of))).findings.filter((finding) => finding.rule === rule).length;
        for (const action of await testService().actions(sourceOf(text), whole(text), ["quickfix"])) {
          const finding = action.findings[0]!;
          if (finding.fix !== "safe") continue;
          const fixed = applyEdits(text, action.edits());
          expect(await count(fixed, finding.rule)).toBeLessThan(await count(text, finding.rule));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("fix-all", () => {
  it("ends, leaves nothing that is safe to fix, and does nothing the second time", async () => {
    await fc.assert(
      fc.asyncProperty(reportText, async (text) => {
        const service = testService();
        const fixed = applyEdits(text, await service.fixAll(sourceOf(text)));
        const { findings } = await service.check(sourceOf(fixed));
        expect(findings.filter(({ fix }) => fix === "safe")).toEqual([]);
        expect(await service.fixAll(sourceOf(fixed))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** Residue stays: what it hides, a heading's mark or an empty bracket, comes to light when it goes, and should. */
const hiding = { rules: { residue: "off" } } as const;

describe("a safe fix", () => {
  it("raises no finding of any rule", async () => {
    await fc.assert(
      fc.asyncProperty(reportText, async (text) => {
        const service = testService();
        const before = await ruleCounts(service, text);
        const after = await ruleCounts(service, applyEdits(text, await service.fixAll(sourceOf(text, hiding))));
        for (const [rule, count] of after) expect([rule, count <= (before.get(rule) ?? 0)]).toEqual([rule, true]);
      }),
      { numRuns: 200 },
    );
  });
});

async function ruleCounts(service: TestService, text: string): Promise<Map<string, number>> {
  const { findings } = await service.check(sourceOf(text, hiding));
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

describe("a document made from an older one", () => {
  it("equals a document from scratch", () => {
    fc.assert(
      fc.property(reportText, fc.array(keystroke, { minLength: 1, maxLength: 5 }), (first, keystrokes) => {
        let text = first;
        let doc = documentOf(text);
        for (const each of keystrokes) {
          text = typed(text, each);
          doc = doc.next(text);
        }
        const fresh = documentOf(text);
        expect(doc.blocks.map(shown)).toEqual(fresh.blocks.map(shown));
      }),
      { numRuns: 150 },
    );
  });
});

function shown({ text, protected: guarded, pairs, atx, blank, opaque }: ReturnType<typeof documentOf>["blocks"][0]) {
  return { text, guarded, pairs, atx, blank, opaque };
}
