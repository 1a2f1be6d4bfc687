-- The in-person desk: requests that a clerk fills in and registers for a visitor.

-- A draft is an account's own, or lies at a counter: before whoever holds that position.
alter table drafts alter column account_id drop not null;
alter table drafts add column position_id uuid;
alter table drafts add foreign key (tenant_id, position_id) references positions (tenant_id, id);
alter table drafts add constraint drafts_belong check (num_nonnulls(account_id, position_id) = 1);
create index drafts_of_position on drafts (tenant_id, position_id, updated_at desc)
    where position_id is not null;

-- Whom a clerk received and for whom: how the request came, how it was checked who asks, and by what
-- right somebody acts for another. Who they are is sealed.
create table visitors (
    tenant_id       uuid not null,
    -- The draft's, and the case's once it is registered.
    draft_id        uuid not null,
    channel         text not null
        check (channel in ('in-person', 'phone', 'post', 'agent-office')),
    identity_check  text not null
        check (identity_check in ('national-card', 'shahkar', 'passport', 'residence-card', 'letterhead')),
    -- By what a representative acts; none where people act for themselves.
    authority       text check (authority in ('introduction-letter', 'power-of-attorney', 'gazette')),
    visitor_sealed  bytea not null,
    received_by     uuid not null,
    received_at     timestamptz not null,
    registered_by   uuid,
    registered_at   timestamptz,
    primary key (tenant_id, draft_id),
    foreign key (tenant_id, draft_id) references drafts (tenant_id, id),
    foreign key (tenant_id, received_by) references staff (tenant_id, id),
    foreign key (tenant_id, registered_by) references staff (tenant_id, id),
    check ((registered_by is null) = (registered_at is null))
);
call wall('visitors');

-- A counter enters a request in the register before its case is written, which happens once.
alter table letters alter constraint letters_tenant_id_case_id_fkey deferrable initially deferred;
