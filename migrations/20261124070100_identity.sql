-- People: applicants who proved a mobile number, staff, and their sessions.

-- An account is a mobile number proved within one agency.
create table accounts (
    tenant_id      uuid not null,
    id             uuid not null,
    mobile_sealed  bytea not null,
    mobile_mark    bytea not null,
    created_at     timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, mobile_mark)
);
call wall('accounts');

-- A code sent to a mobile number: single use, short-lived, bound to number and browser.
create table one_time_codes (
    tenant_id    uuid not null,
    id           uuid not null,
    mobile_mark  bytea not null,
    code_mark    bytea not null,
    sent_at      timestamptz not null,
    expires_at   timestamptz not null,
    tries        int not null default 0,
    used_at      timestamptz,
    primary key (tenant_id, id)
);
call wall('one_time_codes');
create index one_time_codes_sent on one_time_codes (tenant_id, mobile_mark, sent_at desc);
-- For a tenant's budget and breaker, and for sweeping old ones out.
create index one_time_codes_by_time on one_time_codes (tenant_id, sent_at) include (used_at);

-- A member of the agency who can sign in at the desk.
create table staff (
    tenant_id      uuid not null,
    id             uuid not null,
    username       text not null,
    name           text not null,
    password_hash  text not null,
    totp_sealed    bytea,
    -- The last time step whose code was used; a code opens the door once.
    totp_step      bigint not null default 0,
    state          text not null default 'active' check (state in ('active', 'disabled')),
    created_at     timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, username)
);
call wall('staff');

-- One-use codes for a member whose authenticator is lost.
create table recovery_codes (
    tenant_id  uuid not null,
    staff_id   uuid not null,
    code_hash  bytea not null,
    used_at    timestamptz,
    primary key (tenant_id, staff_id, code_hash),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id)
);
call wall('recovery_codes');

-- Who is signed in. Only the hash of the cookie's token is kept.
create table sessions (
    tenant_id   uuid not null,
    id          uuid not null,
    token_hash  bytea not null,
    account_id  uuid,
    staff_id    uuid,
    started_at  timestamptz not null,
    seen_at     timestamptz not null,
    ended_at    timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, account_id) references accounts (tenant_id, id),
    foreign key (tenant_id, staff_id) references staff (tenant_id, id),
    check ((account_id is null) <> (staff_id is null))
);
call wall('sessions');
create index sessions_of_staff on sessions (tenant_id, staff_id) where ended_at is null;
create index sessions_of_account on sessions (tenant_id, account_id) where ended_at is null;

-- Counters behind the limits on codes and sign-ins. `mark` is a keyed hash of number, name or address.
-- A counter is also the lock under which the limit is looked at: two callers cannot both be the last.
create table attempts (
    tenant_id   uuid not null,
    kind        text not null,
    mark        bytea not null,
    -- The beginning of the span that is counted, and the last time within it.
    began_at    timestamptz not null,
    last_at     timestamptz,
    count       int not null,
    primary key (tenant_id, kind, mark, began_at)
);
call wall('attempts');
create index attempts_by_time on attempts (tenant_id, began_at);
