import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["*.held.ts"], testTimeout: 0 } });
