-- Programs that submit and follow requests for somebody: who they act for, and how far they reach.

-- A program's key to the API. It acts for an account, never for more than its scopes and services say.
create table api_clients (
    tenant_id     uuid not null,
    id            uuid not null,
    -- What the agency calls the program.
    name          text not null,
    account_id    uuid not null,
    -- The public half of its token; of the other half only the hash is kept.
    key_id        text not null,
    secret_hash   bytea not null,
    scopes        text[] not null,
    -- The keys of the services it may deal with; null for all of them.
    services      text[],
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    revoked_at    timestamptz,
    last_used_at  timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, key_id),
    foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
call wall('api_clients');

-- A command that a program has sent under a key of its own, with what it was answered: the same
-- command again is answered the same and does nothing.
create table api_commands (
    tenant_id      uuid not null,
    client_id      uuid not null,
    id             uuid not null,
    key_mark       bytea not null,
    -- A keyed mark of the whole command, to tell a repetition from another one under the same key.
    command_mark   bytea not null,
    answer_sealed  bytea,
    at             timestamptz not null,
    primary key (tenant_id, client_id, id),
    unique (tenant_id, client_id, key_mark),
    foreign key (tenant_id, client_id) references api_clients (tenant_id, id)
);
call wall('api_commands');
create index api_commands_by_time on api_commands (tenant_id, client_id, at);

-- An axis that narrows: what no scope of a program covers is refused, whatever its role may do.
alter table policy_rules drop constraint policy_rules_axis_check;
alter table policy_rules add constraint policy_rules_axis_check
    check (axis in ('role', 'relation', 'scope'));

-- Agencies that are open already get the rules that new ones begin with (blueprints/policy.csv).
do $$
declare agency uuid;
begin
    for agency in select id from tenants loop
        perform set_config('app.tenant', agency::text, true);
        insert into policy_rules (tenant_id, axis, subject, kind, service, act)
        select agency, axis, subject, kind, '*', act from (values
            ('role', 'api-client', 'service', 'list'),
            ('role', 'api-client', 'service', 'see'),
            ('role', 'api-client', 'service', 'start'),
            ('role', 'api-client', 'case', 'list'),
            ('role', 'api-client', 'case', 'track'),
            ('scope', 'services.read', 'service', 'list'),
            ('scope', 'services.read', 'service', 'see'),
            ('scope', 'requests.write', 'service', 'start'),
            ('scope', 'requests.write', 'draft', 'see'),
            ('scope', 'requests.write', 'draft', 'edit'),
            ('scope', 'requests.write', 'draft', 'submit'),
            ('scope', 'requests.write', 'case', 'supply'),
            ('scope', 'requests.write', 'case', 'withdraw'),
            ('scope', 'requests.read', 'draft', 'see'),
            ('scope', 'requests.read', 'case', 'list'),
            ('scope', 'requests.read', 'case', 'see'),
            ('scope', 'requests.read', 'case', 'fetch'),
            ('scope', 'requests.read', 'case', 'track'),
            ('scope', 'documents.write', 'draft', 'see'),
            ('scope', 'documents.write', 'draft', 'attach'),
            ('scope', 'documents.write', 'case', 'attach')
        ) as rules (axis, subject, kind, act)
        on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
    update tenants set policy_version = policy_version + 1;
end
$$;
