import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["*.telling.ts"], globalSetup: "watched-logs.ts" } });
