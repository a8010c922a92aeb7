import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.spec.ts"],
    exclude: ["test/vscode/**", "test/clients/**", "**/node_modules/**"],
    testTimeout: 20_000,
  },
});
