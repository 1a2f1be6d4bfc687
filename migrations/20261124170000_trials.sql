-- Trying a process out before it is published. All of a trial stands in these two tables; there is no
-- case, task, notice or number of it anywhere else.

-- The trial of a process's draft: one for each process.
create table trials (
    tenant_id     uuid not null,
    id            uuid not null,
    process_key   text not null,
    -- The draft as it was when the trial began.
    xml           text not null,
    rev           int not null default 1,
    -- Where it stands and what would have happened: whoever tries out types what a person would.
    state_sealed  bytea not null,
    -- Nobody of the staff when the command line did it.
    updated_by    uuid,
    updated_at    timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, process_key),
    foreign key (tenant_id, updated_by) references staff (tenant_id, id)
);
call wall('trials');

-- Trials that were kept: what was done, and what has to come of it before the process is published.
create table process_tests (
    tenant_id      uuid not null,
    id             uuid not null,
    process_key    text not null,
    title          text not null,
    script_sealed  bytea not null,
    kept_by        uuid,
    kept_at        timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, kept_by) references staff (tenant_id, id)
);
create index process_tests_of_a_process on process_tests (tenant_id, process_key);
call wall('process_tests');
