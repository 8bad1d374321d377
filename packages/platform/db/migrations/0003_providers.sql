CREATE TABLE "provider_usage" (
	"owner_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"month" text NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"input_tokens" bigint DEFAULT 0 NOT NULL,
	"output_tokens" bigint DEFAULT 0 NOT NULL,
	"images" integer DEFAULT 0 NOT NULL,
	"characters" bigint DEFAULT 0 NOT NULL,
	"audio_seconds" double precision DEFAULT 0 NOT NULL,
	CONSTRAINT "provider_usage_owner_id_provider_id_month_pk" PRIMARY KEY("owner_id","provider_id","month")
);
--> statement-breakpoint
ALTER TABLE "provider_usage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "providers" (
	"owner_id" uuid NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"is_on" boolean NOT NULL,
	"child_consent" boolean DEFAULT false NOT NULL,
	"settings" jsonb NOT NULL,
	"budget" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "providers_owner_id_id_pk" PRIMARY KEY("owner_id","id")
);
--> statement-breakpoint
ALTER TABLE "providers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "routes" (
	"owner_id" uuid NOT NULL,
	"capability" text NOT NULL,
	"entries" jsonb NOT NULL,
	"only" boolean DEFAULT false NOT NULL,
	CONSTRAINT "routes_owner_id_capability_pk" PRIMARY KEY("owner_id","capability")
);
--> statement-breakpoint
ALTER TABLE "routes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "secrets" (
	"owner_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"field" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "secrets_owner_id_provider_id_field_pk" PRIMARY KEY("owner_id","provider_id","field")
);
--> statement-breakpoint
ALTER TABLE "secrets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "job_derivations" ADD COLUMN "asked_key" text;--> statement-breakpoint
ALTER TABLE "secrets" ADD CONSTRAINT "secrets_owner_id_provider_id_providers_owner_id_id_fk" FOREIGN KEY ("owner_id","provider_id") REFERENCES "public"."providers"("owner_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_derivations_asked" ON "job_derivations" USING btree ("job_id","asked_key");--> statement-breakpoint
CREATE POLICY "provider_usage_owner" ON "provider_usage" AS PERMISSIVE FOR ALL TO public USING (owner_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "providers_owner" ON "providers" AS PERMISSIVE FOR ALL TO public USING (owner_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "routes_owner" ON "routes" AS PERMISSIVE FOR ALL TO public USING (owner_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "secrets_owner" ON "secrets" AS PERMISSIVE FOR ALL TO public USING (owner_id = nullif(current_setting('app.user_id', true), '')::uuid) WITH CHECK (owner_id = nullif(current_setting('app.user_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "provider_usage" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "providers" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "routes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "secrets" FORCE ROW LEVEL SECURITY;
