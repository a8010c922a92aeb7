import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  Range,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ResolvedFinding } from "../../service/service.ts";
import { type Span, span } from "../../text/span.ts";
import type { TextEdit } from "../../text/textEdit.ts";
import { FIX_ALL_KIND } from "../capabilities.ts";
import { positionsOf, toRange, toSpan, toTextEdit } from "../ranges.ts";
import { contentModified, documentRequest, invalidParams, request } from "../requests.ts";
import type { Opened, Session } from "../session.ts";

/** What `codeAction/resolve` needs to find the same action again in the same version of the document. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly range: Span;
  readonly only: readonly string[] | null;
  readonly index: number;
}

function isActionData(value: unknown): value is ActionData {
  const data = value as Partial<ActionData> | null | undefined;
  return (
    typeof data?.uri === "string" &&
    typeof data.version === "number" &&
    typeof data.index === "number" &&
    typeof data.range?.start === "number" &&
    typeof data.range.end === "number" &&
    (data.only === null || Array.isArray(data.only))
  );
}

/** Whether the client asked for `kind`: by itself, by one of its parents, or by not choosing. */
function isWanted(kind: string, only: readonly string[] | null): boolean {
  return only === null || only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** The actions, always in the same order for the same text, range and choice. */
async function actionsAt(session: Session, opened: Opened, range: Span, only: readonly string[] | null) {
  const kinds = [CodeActionKind.QuickFix, FIX_ALL_KIND].filter((kind) => isWanted(kind, only));
  // Fix-all is a source action: it is for those who ask for it, and no quick fix of a place.
  const asked = only === null ? [CodeActionKind.QuickFix] : kinds;
  if (asked.length === 0) return [];
  const actions = await session.service.actions(opened.source, range, asked);
  return actions.filter(({ kind }) => asked.includes(kind));
}

function toWorkspaceEdit(session: Session, document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit {
  const { uri, version } = document;
  const positionAt = positionsOf(document);
  const changes = edits.map((edit) => toTextEdit(positionAt, edit));
  return session.client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}

/** The diagnostics of the client that the action repairs, as the client knows them. */
function repaired(document: TextDocument, findings: readonly ResolvedFinding[], known: readonly Diagnostic[]) {
  const key = (code: unknown, { start, end }: Range) =>
    `${String(code)} ${start.line}:${start.character}-${end.line}:${end.character}`;
  const positionAt = positionsOf(document);
  const keys = new Set(findings.map((finding) => key(finding.rule, toRange(positionAt, finding.span))));
  return known.filter((diagnostic) => keys.has(key(diagnostic.code, diagnostic.range)));
}

async function listActions(session: Session, opened: Opened, params: CodeActionParams): Promise<CodeAction[]> {
  if (!Range.is(params.range)) throw invalidParams("range is missing.");
  if (!session.client.codeActionLiterals) return [];
  const { document } = opened;
  const { uri, version } = document;
  const only = params.context?.only ?? null;
  const range = toSpan(document, params.range);
  const actions = await actionsAt(session, opened, range, only);
  return actions.map((action, index): CodeAction => {
    const diagnostics = repaired(document, action.findings, params.context?.diagnostics ?? []);
    const data: ActionData = { uri, version, range, only, index };
    return {
      title: action.title,
      kind: action.kind,
      ...(diagnostics.length > 0 ? { diagnostics } : {}),
      ...(action.preferred ? { isPreferred: true } : {}),
      ...(session.client.lazyCodeActionEdits ? { data } : { edit: toWorkspaceEdit(session, document, action.edits()) }),
    };
  });
}

async function resolveAction(session: Session, action: CodeAction): Promise<CodeAction> {
  const data: unknown = action?.data;
  if (!isActionData(data)) throw invalidParams("data is missing.");
  const document = session.documents.get(data.uri);
  if (document?.version !== data.version) throw contentModified();
  const opened = await session.open(document);
  if (opened === null || document.version !== data.version) throw contentModified();
  const range = span(data.range.start, data.range.end);
  const found = (await actionsAt(session, opened, range, data.only))[data.index];
  // The same version gives the same list unless the settings changed meanwhile; the title tells.
  if (found?.title !== action.title) throw contentModified();
  if (document.version !== data.version) throw contentModified();
  return { ...action, edit: toWorkspaceEdit(session, document, found.edits()) };
}

/** `textDocument/codeAction` and `codeAction/resolve`: quick fixes and the source action that makes all safe fixes. */
export function handleCodeAction(session: Session): void {
  session.connection.onCodeAction(
    documentRequest(session, "textDocument/codeAction", [] as CodeAction[], (opened, params: CodeActionParams) =>
      listActions(session, opened, params),
    ),
  );
  session.connection.onCodeActionResolve(
    request(session, "codeAction/resolve", (action: CodeAction) => resolveAction(session, action)),
  );
}
