-- Requests and what is being done about them.

-- A request being filled in. Its id becomes the case's, so submitting twice cannot make two.
create table drafts (
    tenant_id           uuid not null,
    id                  uuid not null,
    service_version_id  uuid not null,
    account_id          uuid not null,
    answers_sealed      bytea not null,
    started_at          timestamptz not null,
    updated_at          timestamptz not null,
    submitted_at        timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, service_version_id) references service_versions (tenant_id, id),
    foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
call wall('drafts');
create index drafts_of_account on drafts (tenant_id, account_id, updated_at desc) where submitted_at is null;

-- The file a desk opens for one submitted request, with the whole control state of its process:
-- it is always read and written together, under this row's lock.
create table cases (
    tenant_id           uuid not null,
    id                  uuid not null,
    service_id          uuid not null,
    service_version_id  uuid not null,
    process_version_id  uuid not null,
    tracking_code       text not null,
    number              text,
    account_id          uuid,
    channel             text not null check (channel in ('portal', 'counter', 'api', 'ece')),
    -- Who asks: name, national code or company id, contact mobile; and what was answered.
    applicant_sealed    bytea not null,
    answers_sealed      bytea not null,
    -- Keyed hashes of the facts that open the public tracking page beside the code.
    facts               bytea[] not null,
    state               text not null check (state in ('active', 'suspended', 'completed', 'cancelled', 'failed')),
    stage               text not null,
    tokens              jsonb not null,
    vars                jsonb not null,
    steps               text[] not null,
    rev                 bigint not null default 1,
    -- The number of the next event and the hash of the last: the event chain is written under the lock.
    next_no             int not null default 1,
    event_head          bytea not null default '',
    opened_at           timestamptz not null,
    updated_at          timestamptz not null,
    promised_at         timestamptz not null,
    closed_at           timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, tracking_code),
    foreign key (tenant_id, service_id) references services (tenant_id, id),
    foreign key (tenant_id, service_version_id) references service_versions (tenant_id, id),
    foreign key (tenant_id, process_version_id) references process_versions (tenant_id, id),
    foreign key (tenant_id, account_id) references accounts (tenant_id, id)
) with (fillfactor = 80);
call wall('cases');
create unique index cases_number on cases (tenant_id, number) where number is not null;
create index cases_of_account on cases (tenant_id, account_id, opened_at desc);
create index cases_in_state on cases (tenant_id, state, updated_at);

-- What happened to a case: its history, in order, chained. Ids and keys only, never a person's data.
create table events (
    tenant_id  uuid not null,
    case_id    uuid not null,
    no         int not null,
    at         timestamptz not null,
    kind       text not null,
    node       text,
    actor      jsonb not null,
    data       jsonb not null,
    hash       bytea not null,
    primary key (tenant_id, case_id, no),
    foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
call wall('events');

-- A command that was carried out, so that a repeated one answers the same and does nothing.
create table commands_seen (
    tenant_id   uuid not null,
    case_id     uuid not null,
    command_id  uuid not null,
    at          timestamptz not null,
    primary key (tenant_id, case_id, command_id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
call wall('commands_seen');

-- A step that waits for a position (or for whoever carries a role) to act.
create table tasks (
    tenant_id    uuid not null,
    id           uuid not null,
    case_id      uuid not null,
    token        bigint not null,
    node         text not null,
    state        text not null default 'open' check (state in ('open', 'done', 'cancelled')),
    role         text not null,
    position_id  uuid,
    due_at       timestamptz,
    opened_at    timestamptz not null,
    seen_at      timestamptz,
    done_at      timestamptz,
    done_by      uuid,
    outcome      text,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id),
    foreign key (tenant_id, position_id) references positions (tenant_id, id),
    foreign key (tenant_id, done_by) references staff (tenant_id, id)
);
call wall('tasks');
create index tasks_of_position on tasks (tenant_id, position_id, due_at, id) where state = 'open';
create index tasks_of_role on tasks (tenant_id, role, due_at, id) where state = 'open' and position_id is null;
create index tasks_of_case on tasks (tenant_id, case_id, opened_at);

-- Subscriptions: the messages that steps of a case wait for.
create table subscriptions (
    tenant_id  uuid not null,
    case_id    uuid not null,
    token      bigint not null,
    name       text not null,
    primary key (tenant_id, case_id, token),
    foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
call wall('subscriptions');

-- Messages that came before anything waited for them.
create table message_inbox (
    tenant_id    uuid not null,
    id           uuid not null,
    case_id      uuid not null,
    name         text not null,
    received_at  timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
call wall('message_inbox');
create index message_inbox_of_case on message_inbox (tenant_id, case_id, name);

-- A place where a case cannot go on by itself.
create table incidents (
    tenant_id    uuid not null,
    id           uuid not null,
    case_id      uuid not null,
    token        bigint not null,
    node         text not null,
    kind         text not null,
    opened_at    timestamptz not null,
    resolved_at  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
call wall('incidents');
create index incidents_open on incidents (tenant_id, case_id) where resolved_at is null;

-- A timer of a process. Arming one enqueues a job with the same id; disarming removes it.
create table timers (
    tenant_id     uuid not null,
    id            uuid not null,
    case_id       uuid not null,
    token         bigint not null,
    node          text not null,
    due_at        timestamptz not null,
    -- Working time left, in seconds, while the legal clock stands still.
    left_seconds  bigint,
    legal         boolean not null default false,
    state         text not null check (state in ('armed', 'paused', 'fired', 'off')),
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
call wall('timers');
create index timers_of_case on timers (tenant_id, case_id) where state in ('armed', 'paused');

-- A service task that a worker carries out after the commit; its result comes back as a command.
create table service_runs (
    tenant_id   uuid not null,
    id          uuid not null,
    case_id     uuid not null,
    token       bigint not null,
    node        text not null,
    kind        text not null,
    state       text not null check (state in ('queued', 'done', 'failed', 'cancelled')),
    started_at  timestamptz not null,
    ended_at    timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
call wall('service_runs');
create index service_runs_of_case on service_runs (tenant_id, case_id) where state = 'queued';

-- Spans in which the agency's clock stood still because the applicant had to act.
create table pauses (
    tenant_id   uuid not null,
    case_id     uuid not null,
    no          int not null,
    reason      text not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    -- Working time left until the promised date when the clock stopped, in seconds.
    left_seconds bigint not null,
    primary key (tenant_id, case_id, no),
    foreign key (tenant_id, case_id) references cases (tenant_id, id)
);
call wall('pauses');
