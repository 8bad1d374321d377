CREATE TABLE "vocabulary_evidence" (
	"project_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"owner_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"item_id" text NOT NULL,
	"sentence" integer NOT NULL,
	"context" text NOT NULL,
	"from_offset" integer NOT NULL,
	"to_offset" integer NOT NULL,
	"surface" text NOT NULL,
	"start_seconds" double precision NOT NULL,
	"end_seconds" double precision NOT NULL,
	"cue_index" integer NOT NULL,
	"speaker" text,
	CONSTRAINT "vocabulary_evidence_project_id_place_pk" PRIMARY KEY("project_id","place")
);
--> statement-breakpoint
ALTER TABLE "vocabulary_evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "vocabulary_items" (
	"owner_id" uuid NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"form" text NOT NULL,
	"sort_form" text NOT NULL,
	"level" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"found" json NOT NULL,
	"edit" jsonb NOT NULL,
	"is_starred" boolean DEFAULT false NOT NULL,
	"is_hidden" boolean DEFAULT false NOT NULL,
	"review" text DEFAULT 'new' NOT NULL,
	"search_text" text NOT NULL,
	"search_sound" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vocabulary_items_owner_id_id_pk" PRIMARY KEY("owner_id","id")
);
--> statement-breakpoint
ALTER TABLE "vocabulary_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "vocabulary_evidence" ADD CONSTRAINT "vocabulary_evidence_project_id_owner_id_projects_id_owner_id_fk" FOREIGN KEY ("project_id","owner_id") REFERENCES "public"."projects"("id","owner_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vocabulary_evidence" ADD CONSTRAINT "vocabulary_evidence_owner_id_item_id_vocabulary_items_owner_id_id_fk" FOREIGN KEY ("owner_id","item_id") REFERENCES "public"."vocabulary_items"("owner_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "vocabulary_evidence_item" ON "vocabulary_evidence" USING btree ("owner_id","item_id","project_id");--> statement-breakpoint
CREATE POLICY "vocabulary_evidence_owner" ON "vocabulary_evidence" AS PERMISSIVE FOR ALL TO public USING (owner_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "vocabulary_items_owner" ON "vocabulary_items" AS PERMISSIVE FOR ALL TO public USING (owner_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "vocabulary_items" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "vocabulary_evidence" FORCE ROW LEVEL SECURITY;
