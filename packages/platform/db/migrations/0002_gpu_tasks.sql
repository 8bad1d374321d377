CREATE TABLE "gpu_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"task" text NOT NULL,
	"input" json NOT NULL,
	"state" text NOT NULL,
	"output" json,
	"error" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gpu_tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "gpu_tasks" ADD CONSTRAINT "gpu_tasks_job_id_owner_id_jobs_id_owner_id_fk" FOREIGN KEY ("job_id","owner_id") REFERENCES "public"."jobs"("id","owner_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "gpu_tasks_job" ON "gpu_tasks" USING btree ("job_id");--> statement-breakpoint
ALTER TABLE "derivation_claims" DROP COLUMN "incarnation";--> statement-breakpoint
CREATE POLICY "gpu_tasks_owner" ON "gpu_tasks" AS PERMISSIVE FOR ALL TO public USING (owner_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "gpu_tasks" FORCE ROW LEVEL SECURITY;