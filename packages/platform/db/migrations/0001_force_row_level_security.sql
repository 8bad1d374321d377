-- Row-level security holds for the owner of the tables too, whoever that is on a server of the user's own.
ALTER TABLE "users" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "projects" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "versions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "jobs" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "job_events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assets" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "derivations" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "derivation_claims" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "job_derivations" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "idempotency_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tokens" FORCE ROW LEVEL SECURITY;
