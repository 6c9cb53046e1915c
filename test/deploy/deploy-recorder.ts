import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { z } from "zod";

const Metadata = z.object({
  name: z.string(),
  entrypoint_path: z.string(),
  import_map_path: z.string(),
  verify_jwt: z.boolean(),
});

/** One function as the CLI uploaded it: its files by path, and what the CLI said about it. */
export interface Upload {
  readonly files: ReadonlyMap<string, string>;
  readonly metadata: z.infer<typeof Metadata>;
}

/** A stand-in of Supabase's Management API that keeps what `supabase functions deploy --use-api` sends. */
export interface DeployRecorder {
  readonly url: string;
  readonly uploads: ReadonlyMap<string, Upload>;
  close(): Promise<void>;
}

/** Starts a recorder on a free loopback port. */
export async function startDeployRecorder(): Promise<DeployRecorder> {
  const uploads = new Map<string, Upload>();
  const app = new Hono();
  app.post("/v1/projects/:ref/functions/deploy", async (context) => {
    const form = await context.req.formData();
    const files = new Map<string, string>();
    for (const file of form.getAll("file")) {
      if (file instanceof File) files.set(file.name, await file.text());
    }
    const metadata = Metadata.parse(JSON.parse(z.string().parse(form.get("metadata"))));
    const slug = context.req.query("slug") ?? metadata.name;
    uploads.set(slug, { files, metadata });
    return context.json({ id: slug, slug, status: "ACTIVE", version: 1, ...metadata }, 201);
  });
  app.get("/v1/projects/:ref/functions", (context) => context.json([]));
  app.get("/v1/projects/:ref", (context) =>
    context.json({ id: context.req.param("ref"), ref: context.req.param("ref") }),
  );
  app.put("/v1/projects/:ref/functions", async (context) => context.json(await context.req.json()));

  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        uploads,
        close: () => new Promise((done) => server.close(() => done())),
      }),
    );
  });
}
