CREATE TABLE "dictionaries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"title" text NOT NULL,
	"licence" text NOT NULL,
	"revision" text NOT NULL,
	"language" text NOT NULL,
	"words" integer NOT NULL,
	"facts" integer NOT NULL,
	"asset" text NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dictionaries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "known_words" (
	"owner_id" uuid NOT NULL,
	"form" text NOT NULL,
	CONSTRAINT "known_words_owner_id_form_pk" PRIMARY KEY("owner_id","form")
);
--> statement-breakpoint
ALTER TABLE "known_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "published_projects" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "published_projects" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sites" (
	"owner_id" uuid PRIMARY KEY NOT NULL,
	"is_on" boolean DEFAULT false NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"language" text NOT NULL,
	"address" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sites" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "published_projects" ADD CONSTRAINT "published_projects_project_id_owner_id_projects_id_owner_id_fk" FOREIGN KEY ("project_id","owner_id") REFERENCES "public"."projects"("id","owner_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dictionaries_asset" ON "dictionaries" USING btree ("owner_id","asset");--> statement-breakpoint
CREATE UNIQUE INDEX "published_projects_slug" ON "published_projects" USING btree ("owner_id","slug");--> statement-breakpoint
CREATE POLICY "dictionaries_owner" ON "dictionaries" AS PERMISSIVE FOR ALL TO public USING (owner_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "known_words_owner" ON "known_words" AS PERMISSIVE FOR ALL TO public USING (owner_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "published_projects_owner" ON "published_projects" AS PERMISSIVE FOR ALL TO public USING (owner_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "sites_owner" ON "sites" AS PERMISSIVE FOR ALL TO public USING (owner_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "dictionaries" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "known_words" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sites" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "published_projects" FORCE ROW LEVEL SECURITY;
