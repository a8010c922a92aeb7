import { defineRule } from "../engine/rule.ts";

/** The engine makes these findings itself, when all rules have spoken. */
export default defineRule({
  id: "suppression/unused",
  summary: { zh: "没有作用的屏蔽注释", en: "a suppression that suppresses nothing" },
  severity: "warning",
  scope: "engine",
  kinds: "all",
  fix: "none",
  authority: null,
  messages: {
    unused: {
      zh: "这条注释想屏蔽“{rules}”，但那里没有这样的问题。问题已经改好的话，请删去注释。",
      en: "This comment silences “{rules}”, but there is nothing to silence. Delete it if the matter is settled.",
    },
    unusedAll: {
      zh: "这条屏蔽注释没有屏蔽任何问题，请删去。",
      en: "This comment silences nothing. Delete it.",
    },
  },
});
