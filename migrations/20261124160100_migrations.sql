-- Running cases that are moved from one version of their process to another, by a plan.
create table process_migrations (
    tenant_id   uuid not null,
    id          uuid not null,
    from_id     uuid not null,
    to_id       uuid not null,
    -- Node by node: where what waits in the old version goes in the new one.
    plan        jsonb not null,
    state       text not null check (state in ('running', 'stopped')),
    started_by  uuid,
    started_at  timestamptz not null,
    stopped_by  uuid,
    stopped_at  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, from_id) references process_versions (tenant_id, id),
    foreign key (tenant_id, to_id) references process_versions (tenant_id, id),
    foreign key (tenant_id, started_by) references staff (tenant_id, id),
    foreign key (tenant_id, stopped_by) references staff (tenant_id, id)
);
call wall('process_migrations');
create index process_migrations_lately on process_migrations (tenant_id, started_at desc);

-- One case of a migration. The job that moves it has the same id.
create table migration_cases (
    tenant_id     uuid not null,
    id            uuid not null,
    migration_id  uuid not null,
    case_id       uuid not null,
    -- It waits, was moved, does not fit any more, or was left as it was.
    state         text not null check (state in ('waiting', 'moved', 'misfit', 'left')),
    -- Where and why it does not fit.
    node          text,
    why           text,
    done_at       timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, migration_id, case_id),
    foreign key (tenant_id, migration_id) references process_migrations (tenant_id, id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
call wall('migration_cases');
