-- What the running role may do. `:app` is replaced by its name; run by the owner after every migration.
-- Nothing may be deleted or truncated but what is named here; the audit and the history only grow.
grant usage on schema public to :app;
grant select, insert, update on all tables in schema public to :app;
revoke update on audit_lines, audit_seals, events, commands_seen, decisions, letters, notice_text_versions
    from :app;
grant delete on jobs, tenant_settings, policy_rules, subscriptions, message_inbox, attempts, one_time_codes,
    recovery_codes, tickets, notice_texts, drafts, documents, directory_services, api_commands to :app;
-- The draft of a service's next version goes when it is published or discarded.
grant delete on service_drafts to :app;
-- So does that of a process.
grant delete on process_drafts to :app;
