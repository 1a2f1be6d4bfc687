-- What every later table stands on: the register of tenants, the wall, the job list.

-- The tenant of this transaction. An ended transaction leaves '' behind, which is no tenant.
create function current_tenant() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

-- Puts a table behind the wall: rows of the transaction's tenant and no others, for the owner too.
create procedure wall(walled regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', walled);
    execute format('alter table %s force row level security', walled);
    execute format(
        'create policy wall on %s using (tenant_id = current_tenant())'
        ' with check (tenant_id = current_tenant())', walled);
end
$$;

-- The agencies hosted here. Shared by all tenants: it says that an agency exists, nothing of its work.
create table tenants (
    id              uuid primary key,
    slug            text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'),
    name            jsonb not null,
    state           text not null default 'active' check (state in ('active', 'suspended')),
    demo            boolean not null default false,
    -- The tenant's data key, wrapped by the deployment key that `key_id` names.
    wrapped_key     bytea not null,
    key_id          text not null,
    -- Grows with every change of the policy, so that a replica that missed the notification notices.
    policy_version  bigint not null default 1,
    created_at      timestamptz not null
);

-- Work to be done outside the transaction that asked for it, and timers. Shared, because workers
-- take it for every tenant; so it holds ids and never a person's data.
create table jobs (
    tenant_id     uuid not null references tenants (id),
    id            uuid not null,
    kind          text not null,
    subject_id    uuid not null,
    run_at        timestamptz not null,
    locked_until  timestamptz,
    attempts      int not null default 0,
    state         text not null default 'queued' check (state in ('queued', 'dead')),
    -- The kind of the last failure, never its text.
    failure       text,
    primary key (tenant_id, id)
);
create index jobs_due on jobs (tenant_id, run_at) where state = 'queued';

-- One typed setting of a tenant: the module that reads it names and shapes it.
create table tenant_settings (
    tenant_id  uuid not null,
    key        text not null,
    value      jsonb not null,
    primary key (tenant_id, key)
);
call wall('tenant_settings');

-- Who may do what: one row per rule, the rows of one casbin enforcer. `subject` is a role or a
-- relation, as `axis` says; `service` is '*' or the key of one service.
create table policy_rules (
    tenant_id  uuid not null,
    subject    text not null,
    axis       text not null check (axis in ('role', 'relation')),
    kind       text not null,
    service    text not null,
    act        text not null,
    primary key (tenant_id, subject, axis, kind, service, act)
);
call wall('policy_rules');

-- Who did what, one line per call. Never changed; `audit_seals` chains the lines afterwards.
create table audit_lines (
    tenant_id  uuid not null,
    id         uuid not null,
    at         timestamptz not null,
    caller     jsonb not null,
    decisions  jsonb not null,
    -- The writing transaction: the sealer takes lines of finished transactions only, in this order.
    xact       bigint not null default (pg_current_xact_id()::text::bigint),
    primary key (tenant_id, id)
);
call wall('audit_lines');
create index audit_lines_order on audit_lines (tenant_id, xact, id);

-- The chain over the audit lines: hash = sha-256(previous hash || line).
create table audit_seals (
    tenant_id  uuid not null,
    seq        bigint not null,
    line_id    uuid not null,
    xact       bigint not null,
    hash       bytea not null,
    primary key (tenant_id, seq),
    unique (tenant_id, line_id),
    foreign key (tenant_id, line_id) references audit_lines (tenant_id, id)
);
call wall('audit_seals');
