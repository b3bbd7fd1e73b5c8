CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"body" text NOT NULL,
	"at" text GENERATED ALWAYS AS ((body::jsonb ->> 'at')) STORED NOT NULL,
	"type" text GENERATED ALWAYS AS ((body::jsonb ->> 'type')) STORED NOT NULL,
	"actor_kind" text GENERATED ALWAYS AS ((body::jsonb -> 'actor' ->> 'kind')) STORED NOT NULL,
	"actor_oid" text GENERATED ALWAYS AS ((body::jsonb -> 'actor' ->> 'oid')) STORED,
	"target_kind" text GENERATED ALWAYS AS ((body::jsonb -> 'target' ->> 'kind')) STORED NOT NULL,
	"target_id" text GENERATED ALWAYS AS ((body::jsonb -> 'target' ->> 'id')) STORED NOT NULL,
	"subject_oid" text GENERATED ALWAYS AS ((body::jsonb -> 'target' ->> 'oid')) STORED,
	"outcome" text GENERATED ALWAYS AS ((body::jsonb ->> 'outcome')) STORED NOT NULL,
	"known" text GENERATED ALWAYS AS ((body::jsonb ->> 'known')) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" bigint PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"edge" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_pending" (
	"event_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_personal" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "cases_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"swap_id" uuid,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"agent_id" uuid,
	"opened_by_id" uuid NOT NULL,
	"ticket" text,
	"urgent_at" timestamp (3) with time zone,
	"urgent_why" text,
	"context" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_why" text
);
--> statement-breakpoint
CREATE TABLE "confirmations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"verification_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"asked_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answer" text,
	CONSTRAINT "confirmations_answer_known" CHECK ("confirmations"."answer" in ('yes', 'no'))
);
--> statement-breakpoint
CREATE TABLE "verification_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"verification_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"is_observed" boolean NOT NULL,
	"by_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "verification_evidence_kind_known" CHECK ("verification_evidence"."kind" in ('manager_confirmation', 'own_session', 'directory_callback', 'in_person_id'))
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"agent_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_why" text,
	"ended_reason" text,
	"phrase" text NOT NULL,
	CONSTRAINT "verifications_not_of_oneself" CHECK ("verifications"."agent_id" <> "verifications"."person_id")
);
--> statement-breakpoint
CREATE TABLE "backup_attestations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"model" text NOT NULL,
	"is_on" boolean NOT NULL,
	"switches" text[] NOT NULL,
	"backed_up_on" date,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "backup_attestations_date_by_model" CHECK ("backup_attestations"."backed_up_on" is null or ("backup_attestations"."is_on" and "backup_attestations"."model" <> 'ios_keychain'))
);
--> statement-breakpoint
CREATE TABLE "backup_checks" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "device_methods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"entra_method_id" text NOT NULL,
	"known" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"swap_id" uuid,
	"part" text,
	"name" text,
	"platform" text,
	"model" text,
	"kind" text NOT NULL,
	"role" text DEFAULT 'none' NOT NULL,
	"backup_account" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"protections" text[] DEFAULT '{}' NOT NULL,
	"protected_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "devices_part_of_swap" CHECK (("devices"."swap_id" is null) = ("devices"."part" is null)),
	CONSTRAINT "devices_primary_in_use" CHECK ("devices"."role" <> 'primary' or "devices"."state" in ('active', 'old'))
);
--> statement-breakpoint
CREATE TABLE "primary_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "primary_moves_to_another" CHECK ("primary_moves"."from_id" <> "primary_moves"."to_id")
);
--> statement-breakpoint
CREATE TABLE "graph_allowances" (
	"app" text NOT NULL,
	"family" text NOT NULL,
	"per_second" double precision NOT NULL,
	"burst" double precision NOT NULL,
	"level" double precision NOT NULL,
	"level_at" timestamp (3) with time zone NOT NULL,
	"share" double precision DEFAULT 1 NOT NULL,
	"cut_at" timestamp (3) with time zone,
	"refused_share" double precision DEFAULT 0 NOT NULL,
	"blocked_until" timestamp (3) with time zone,
	"throttled_at" timestamp (3) with time zone,
	"throttled_target" text,
	"bare_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "graph_allowances_pk" PRIMARY KEY("app","family")
);
--> statement-breakpoint
CREATE TABLE "guide_notes" (
	"step" text PRIMARY KEY NOT NULL,
	"en" text NOT NULL,
	"it" text NOT NULL,
	"editions" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"person_id" uuid,
	"delegate_id" uuid,
	"window_id" uuid,
	"problems" jsonb NOT NULL,
	"has_problem" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"wave_id" uuid NOT NULL,
	"by_id" uuid NOT NULL,
	"file_name" text,
	"byte_count" integer NOT NULL,
	"sha256" text NOT NULL,
	"state" text NOT NULL,
	"file_problem" jsonb,
	"unused_columns" text[] DEFAULT '{}' NOT NULL,
	"row_count" integer DEFAULT 0 NOT NULL,
	"problem_count" integer DEFAULT 0 NOT NULL,
	"imported_count" integer,
	"seated_count" integer,
	"at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "help_lookups" (
	"topic" text NOT NULL,
	"on" date NOT NULL,
	"count" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "help_lookups_pk" PRIMARY KEY("topic","on")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"once_key" text,
	"code_hash" text NOT NULL,
	"state" text NOT NULL,
	"queued_at" timestamp (3) with time zone NOT NULL,
	"send_after" timestamp (3) with time zone NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"language" text,
	"sent_at" timestamp (3) with time zone,
	"failure" text,
	"graph_request_id" text,
	"client_request_id" uuid
);
--> statement-breakpoint
CREATE TABLE "looks" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"asked_by_id" uuid,
	"started_at" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"failure" text,
	"retry_at" timestamp (3) with time zone,
	"failure_count" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "methods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"entra_method_id" text NOT NULL,
	"kind" text NOT NULL,
	"display_name" text,
	"device_tag" text,
	"app_version" text,
	"aaguid" text,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"gone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"graph_request_id" text,
	"methods" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entra_id" uuid NOT NULL,
	"user_principal_name" text NOT NULL,
	"display_name" text NOT NULL,
	"given_name" text,
	"surname" text,
	"mail" text,
	"department" text,
	"site" text,
	"job_title" text,
	"usage_location" text,
	"preferred_language" text,
	"language" text,
	"user_type" text DEFAULT 'member' NOT NULL,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"entra_manager_id" uuid,
	"manager_id" uuid,
	"is_mfa_registered" boolean,
	"is_admin" boolean,
	"methods_registered" text[],
	"report_at" timestamp (3) with time zone,
	"roles" text[] DEFAULT '{}' NOT NULL,
	"roles_seen_at" timestamp (3) with time zone,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	"searched" text GENERATED ALWAYS AS (lower(display_name || ' ' || user_principal_name || ' ' || coalesce(department, '') || ' ' || coalesce(site, ''))) STORED NOT NULL,
	CONSTRAINT "people_language_known" CHECK ("people"."language" in ('en', 'it'))
);
--> statement-breakpoint
CREATE TABLE "case_references" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"problem" text NOT NULL,
	"topic" text,
	"language" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"case_id" uuid,
	"linked_at" timestamp (3) with time zone,
	"linked_by_id" uuid,
	CONSTRAINT "case_references_linked_whole" CHECK (("case_references"."case_id" is null) = ("case_references"."linked_at" is null))
);
--> statement-breakpoint
CREATE TABLE "visit_buckets" (
	"name" text PRIMARY KEY NOT NULL,
	"level" double precision NOT NULL,
	"level_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clearances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"step_id" uuid,
	"asked_by_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"refusal" text,
	"methods" jsonb,
	"failure" text,
	"is_registration_guarded" boolean
);
--> statement-breakpoint
CREATE TABLE "reset_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reset_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"entra_method_id" text,
	"method_kind" text,
	"method_name" text,
	"state" text NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"failure" text,
	"retry_at" timestamp (3) with time zone,
	"graph_request_id" text,
	"client_request_id" uuid
);
--> statement-breakpoint
CREATE TABLE "resets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"verification_id" uuid NOT NULL,
	"requested_by_id" uuid NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_why" text,
	CONSTRAINT "resets_not_of_oneself" CHECK ("resets"."requested_by_id" <> "resets"."person_id")
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"swap_id" uuid NOT NULL,
	"way" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"signed_name" text,
	"ink" text,
	"voided_at" timestamp (3) with time zone,
	"received_at" timestamp (3) with time zone,
	"received_by_id" uuid,
	CONSTRAINT "returns_void_unreceived" CHECK ("returns"."voided_at" is null or "returns"."received_at" is null),
	CONSTRAINT "returns_signed" CHECK ("returns"."way" = 'kept' or "returns"."signed_name" is not null or "returns"."ink" is not null),
	CONSTRAINT "returns_received" CHECK (("returns"."received_at" is null) = ("returns"."received_by_id" is null))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"entra_tenant_id" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"app" text NOT NULL,
	"authenticated_at" timestamp (3) with time zone NOT NULL,
	"amr" text[] NOT NULL,
	"acrs" text[] NOT NULL,
	"self_token" text,
	"self_token_expires_at" timestamp (3) with time zone,
	"desk_token" text,
	"desk_token_expires_at" timestamp (3) with time zone,
	"address_hash" text,
	"browser_hash" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_why" text
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"app" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"authenticated_at" timestamp (3) with time zone NOT NULL,
	"amr" text[] NOT NULL,
	"acrs" text[] NOT NULL,
	"is_fresh" boolean NOT NULL,
	"entra_token_id" text
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "swap_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"swap_id" uuid NOT NULL,
	"entra_method_id" text NOT NULL,
	"owner" text NOT NULL,
	"assigned_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "swap_evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"swap_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "swaps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"window_id" uuid,
	"state" text NOT NULL,
	"state_since" timestamp (3) with time zone NOT NULL,
	"old_platform" text,
	"new_platform" text,
	"backup_model" text,
	"number" text,
	"has_old_phone" boolean,
	"screen" text,
	"note" text,
	"slot_moves" integer DEFAULT 0 NOT NULL,
	"slot_sequence" integer DEFAULT 0 NOT NULL,
	"slot_changed_at" timestamp (3) with time zone,
	"delegate_id" uuid,
	"baseline_id" uuid,
	"safe_at" timestamp (3) with time zone,
	"returned_at" timestamp (3) with time zone,
	"frozen_at" timestamp (3) with time zone,
	"frozen_why" text,
	"unfrozen_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_why" text,
	CONSTRAINT "swaps_slot_counts" CHECK ("swaps"."slot_moves" >= 0 and "swaps"."slot_sequence" >= "swaps"."slot_moves"),
	CONSTRAINT "swaps_frozen_for_a_reason" CHECK (("swaps"."frozen_at" is null) = ("swaps"."frozen_why" is null))
);
--> statement-breakpoint
CREATE TABLE "graph_health" (
	"app" text PRIMARY KEY NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sync_cursors" (
	"pipeline" text PRIMARY KEY NOT NULL,
	"link" text,
	"is_delta" boolean DEFAULT false NOT NULL,
	"delta_link" text,
	"listing_at" timestamp (3) with time zone,
	"data_as_of" timestamp (3) with time zone,
	"run_id" uuid,
	"lease_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sync_leavers" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sync_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pipeline" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"is_full" boolean NOT NULL,
	"page_count" integer DEFAULT 0 NOT NULL,
	"seen_count" integer DEFAULT 0 NOT NULL,
	"changed_count" integer DEFAULT 0 NOT NULL,
	"left_count" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"graph_request_id" text,
	"retry_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sync_strays" (
	"entra_id" uuid PRIMARY KEY NOT NULL,
	"is_mfa_registered" boolean,
	"is_admin" boolean,
	"methods_registered" text[],
	"report_at" timestamp (3) with time zone,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "examinations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"failure" text,
	"findings" jsonb NOT NULL,
	"allowed" jsonb,
	"demands" jsonb
);
--> statement-breakpoint
CREATE TABLE "waves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "windows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"wave_id" uuid NOT NULL,
	"name" text NOT NULL,
	"site" text NOT NULL,
	"is_at_home" boolean DEFAULT false NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"capacity" integer NOT NULL,
	"booked" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "windows_within_capacity" CHECK ("windows"."booked" between 0 and "windows"."capacity"),
	CONSTRAINT "windows_end_after_start" CHECK ("windows"."ends_at" > "windows"."starts_at")
);
--> statement-breakpoint
ALTER TABLE "audit_pending" ADD CONSTRAINT "audit_pending_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_personal" ADD CONSTRAINT "audit_personal_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_swap_id_swaps_id_fk" FOREIGN KEY ("swap_id") REFERENCES "public"."swaps"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_agent_id_people_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_opened_by_id_people_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_verification_id_verifications_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."verifications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_asked_id_people_id_fk" FOREIGN KEY ("asked_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_evidence" ADD CONSTRAINT "verification_evidence_verification_id_verifications_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."verifications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_evidence" ADD CONSTRAINT "verification_evidence_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_agent_id_people_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backup_attestations" ADD CONSTRAINT "backup_attestations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backup_attestations" ADD CONSTRAINT "backup_attestations_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backup_checks" ADD CONSTRAINT "backup_checks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_methods" ADD CONSTRAINT "device_methods_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_methods" ADD CONSTRAINT "device_methods_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_swap_id_swaps_id_fk" FOREIGN KEY ("swap_id") REFERENCES "public"."swaps"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "primary_moves" ADD CONSTRAINT "primary_moves_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "primary_moves" ADD CONSTRAINT "primary_moves_from_id_devices_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."devices"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "primary_moves" ADD CONSTRAINT "primary_moves_to_id_devices_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."devices"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_notes" ADD CONSTRAINT "guide_notes_changed_by_id_people_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_delegate_id_people_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_window_id_windows_id_fk" FOREIGN KEY ("window_id") REFERENCES "public"."windows"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_by_id_people_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_asked_by_id_people_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "methods" ADD CONSTRAINT "methods_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_manager_id_people_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_references" ADD CONSTRAINT "case_references_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_references" ADD CONSTRAINT "case_references_linked_by_id_people_id_fk" FOREIGN KEY ("linked_by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_step_id_reset_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."reset_steps"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clearances" ADD CONSTRAINT "clearances_asked_by_id_people_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reset_steps" ADD CONSTRAINT "reset_steps_reset_id_resets_id_fk" FOREIGN KEY ("reset_id") REFERENCES "public"."resets"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resets" ADD CONSTRAINT "resets_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resets" ADD CONSTRAINT "resets_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resets" ADD CONSTRAINT "resets_verification_id_verifications_id_fk" FOREIGN KEY ("verification_id") REFERENCES "public"."verifications"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resets" ADD CONSTRAINT "resets_requested_by_id_people_id_fk" FOREIGN KEY ("requested_by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_swap_id_swaps_id_fk" FOREIGN KEY ("swap_id") REFERENCES "public"."swaps"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_received_by_id_people_id_fk" FOREIGN KEY ("received_by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_changed_by_id_people_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_entries" ADD CONSTRAINT "swap_entries_swap_id_swaps_id_fk" FOREIGN KEY ("swap_id") REFERENCES "public"."swaps"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swap_evidence" ADD CONSTRAINT "swap_evidence_swap_id_swaps_id_fk" FOREIGN KEY ("swap_id") REFERENCES "public"."swaps"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_window_id_windows_id_fk" FOREIGN KEY ("window_id") REFERENCES "public"."windows"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_delegate_id_people_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "swaps" ADD CONSTRAINT "swaps_baseline_id_readings_id_fk" FOREIGN KEY ("baseline_id") REFERENCES "public"."readings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sync_leavers" ADD CONSTRAINT "sync_leavers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waves" ADD CONSTRAINT "waves_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_wave_id_waves_id_fk" FOREIGN KEY ("wave_id") REFERENCES "public"."waves"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_by_time" ON "audit_events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_type" ON "audit_events" USING btree ("type","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_subject" ON "audit_events" USING btree ("subject_oid","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_actor" ON "audit_events" USING btree ("actor_oid","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_by_outcome" ON "audit_events" USING btree ("outcome","at","id") WHERE "audit_events"."outcome" <> 'done';--> statement-breakpoint
CREATE INDEX "audit_events_by_known" ON "audit_events" USING btree ("known","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_one_per_number" ON "cases" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_one_open_per_person" ON "cases" USING btree ("person_id") WHERE "cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "cases_by_state" ON "cases" USING btree ("state","opened_at","id");--> statement-breakpoint
CREATE INDEX "cases_open_urgent_first" ON "cases" USING btree (("urgent_at" is null),"opened_at","id") WHERE "cases"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "confirmations_one_per_kind" ON "confirmations" USING btree ("verification_id","kind");--> statement-breakpoint
CREATE INDEX "confirmations_by_asked" ON "confirmations" USING btree ("asked_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "verification_evidence_one_per_kind" ON "verification_evidence" USING btree ("verification_id","kind");--> statement-breakpoint
CREATE INDEX "verifications_by_case" ON "verifications" USING btree ("case_id","started_at");--> statement-breakpoint
CREATE INDEX "verifications_by_person" ON "verifications" USING btree ("person_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "verifications_one_open_per_case" ON "verifications" USING btree ("case_id") WHERE "verifications"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "backup_attestations_by_device" ON "backup_attestations" USING btree ("device_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "device_methods_one_per_method" ON "device_methods" USING btree ("person_id","entra_method_id");--> statement-breakpoint
CREATE INDEX "device_methods_by_device" ON "device_methods" USING btree ("device_id");--> statement-breakpoint
CREATE INDEX "devices_by_person" ON "devices" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_one_per_part" ON "devices" USING btree ("swap_id","part");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_one_primary_per_account" ON "devices" USING btree ("person_id",lower("backup_account")) WHERE "devices"."role" = 'primary';--> statement-breakpoint
CREATE UNIQUE INDEX "primary_moves_one_open_per_person" ON "primary_moves" USING btree ("person_id") WHERE "primary_moves"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "import_rows_one_per_line" ON "import_rows" USING btree ("import_id","line");--> statement-breakpoint
CREATE INDEX "import_rows_problems_first" ON "import_rows" USING btree ("import_id",(not "has_problem"),"line");--> statement-breakpoint
CREATE INDEX "imports_by_wave" ON "imports" USING btree ("wave_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "imports_one_open_per_file" ON "imports" USING btree ("wave_id","sha256") WHERE "imports"."state" = 'checked';--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("once_key");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_by_code" ON "messages" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "messages_by_person" ON "messages" USING btree ("person_id","queued_at");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("send_after") WHERE "messages"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "messages_sending" ON "messages" USING btree ("lease_until") WHERE "messages"."state" = 'sending';--> statement-breakpoint
CREATE INDEX "messages_in_trouble" ON "messages" USING btree ("queued_at") WHERE "messages"."state" in ('failed', 'uncertain');--> statement-breakpoint
CREATE INDEX "messages_sent" ON "messages" USING btree ("sent_at") WHERE "messages"."state" = 'sent';--> statement-breakpoint
CREATE INDEX "messages_to_desk" ON "messages" USING btree ("queued_at") WHERE "messages"."kind" in ('urgent_case', 'desk_test');--> statement-breakpoint
CREATE UNIQUE INDEX "methods_one_per_person" ON "methods" USING btree ("person_id","entra_method_id");--> statement-breakpoint
CREATE INDEX "readings_by_person" ON "readings" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "people_by_name" ON "people" USING btree ("display_name","id");--> statement-breakpoint
CREATE INDEX "people_by_site" ON "people" USING btree ("site","display_name","id");--> statement-breakpoint
CREATE INDEX "people_by_department" ON "people" USING btree ("department","display_name","id");--> statement-breakpoint
CREATE INDEX "people_disabled" ON "people" USING btree ("display_name","id") WHERE not "people"."is_enabled";--> statement-breakpoint
CREATE INDEX "people_guests" ON "people" USING btree ("display_name","id") WHERE "people"."user_type" = 'guest';--> statement-breakpoint
CREATE INDEX "people_left" ON "people" USING btree ("display_name","id") WHERE "people"."left_at" is not null;--> statement-breakpoint
CREATE INDEX "people_not_registered" ON "people" USING btree ("display_name","id") WHERE not "people"."is_mfa_registered";--> statement-breakpoint
CREATE INDEX "people_by_searched" ON "people" USING gin ("searched" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "people_by_mailbox" ON "people" USING gin (lower(split_part("user_principal_name", '@', 1)) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "people_by_manager" ON "people" USING btree ("manager_id");--> statement-breakpoint
CREATE INDEX "people_by_entra_manager" ON "people" USING btree ("entra_manager_id");--> statement-breakpoint
CREATE INDEX "people_with_roles" ON "people" USING btree ("display_name","id") WHERE cardinality("people"."roles") > 1;--> statement-breakpoint
CREATE INDEX "people_by_upn" ON "people" USING btree (lower("user_principal_name"));--> statement-breakpoint
CREATE INDEX "people_by_mail" ON "people" USING btree (lower("mail"));--> statement-breakpoint
CREATE UNIQUE INDEX "people_one_per_entra_id" ON "people" USING btree ("entra_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_references_one_per_code" ON "case_references" USING btree ("code");--> statement-breakpoint
CREATE INDEX "case_references_by_case" ON "case_references" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_references_waiting" ON "case_references" USING btree ("expires_at") WHERE "case_references"."case_id" is null;--> statement-breakpoint
CREATE INDEX "visit_buckets_by_time" ON "visit_buckets" USING btree ("level_at");--> statement-breakpoint
CREATE INDEX "clearances_by_case" ON "clearances" USING btree ("case_id","asked_at");--> statement-breakpoint
CREATE INDEX "clearances_by_step" ON "clearances" USING btree ("step_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reset_steps_one_per_position" ON "reset_steps" USING btree ("reset_id","position");--> statement-breakpoint
CREATE INDEX "reset_steps_by_lease" ON "reset_steps" USING btree ("lease_until") WHERE "reset_steps"."state" = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "resets_one_open_per_person" ON "resets" USING btree ("person_id") WHERE "resets"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "resets_by_case" ON "resets" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "returns_one_per_swap" ON "returns" USING btree ("swap_id") WHERE "returns"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "returns_by_swap" ON "returns" USING btree ("swap_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_one_per_secret" ON "sessions" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("person_id","started_at");--> statement-breakpoint
CREATE INDEX "sessions_by_last_seen" ON "sessions" USING btree ("last_seen_at","id") WHERE "sessions"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "sign_ins_by_person" ON "sign_ins" USING btree ("person_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "swap_entries_one_per_method" ON "swap_entries" USING btree ("swap_id","entra_method_id");--> statement-breakpoint
CREATE INDEX "swap_evidence_by_swap" ON "swap_evidence" USING btree ("swap_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "swap_evidence_edition_once" ON "swap_evidence" USING btree ("swap_id",("detail" ->> 'edition'),("detail" ->> 'note')) WHERE "swap_evidence"."kind" = 'edition_shown';--> statement-breakpoint
CREATE UNIQUE INDEX "swaps_one_open_per_person" ON "swaps" USING btree ("person_id") WHERE "swaps"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "swaps_by_wave" ON "swaps" USING btree ("wave_id","state","id");--> statement-breakpoint
CREATE INDEX "swaps_by_window" ON "swaps" USING btree ("window_id");--> statement-breakpoint
CREATE INDEX "swaps_by_delegate" ON "swaps" USING btree ("delegate_id") WHERE "swaps"."delegate_id" is not null;--> statement-breakpoint
CREATE INDEX "swaps_safe" ON "swaps" USING btree ("safe_at") WHERE "swaps"."closed_at" is null and "swaps"."safe_at" is not null;--> statement-breakpoint
CREATE INDEX "sync_runs_by_pipeline" ON "sync_runs" USING btree ("pipeline","started_at");--> statement-breakpoint
CREATE INDEX "examinations_by_time" ON "examinations" USING btree ("at");--> statement-breakpoint
CREATE INDEX "waves_by_time" ON "waves" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "windows_by_wave" ON "windows" USING btree ("wave_id","starts_at");--> statement-breakpoint
CREATE INDEX "windows_by_end" ON "windows" USING btree ("ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "windows_one_per_name" ON "windows" USING btree ("wave_id",lower("name"));