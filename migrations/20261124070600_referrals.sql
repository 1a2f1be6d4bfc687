-- Circulation: a case goes from position to position with an order, and comes back with an answer.

-- What a referral can be for, as the agency names it.
create table referral_actions (
    tenant_id        uuid not null,
    key              text not null,
    title            jsonb not null,
    requires_answer  boolean not null,
    position         int not null default 0,
    primary key (tenant_id, key)
);
call wall('referral_actions');

-- One referral; its parent is the one that brought the case to the sender.
create table referrals (
    tenant_id        uuid not null,
    id               uuid not null,
    case_id          uuid not null,
    parent_id        uuid,
    from_position    uuid not null,
    from_staff       uuid not null,
    to_position      uuid not null,
    action           text not null,
    order_sealed     bytea not null,
    due_at           timestamptz,
    tells_applicant  boolean not null default false,
    state            text not null default 'open' check (state in ('open', 'answered', 'ended')),
    sent_at          timestamptz not null,
    seen_at          timestamptz,
    seen_by          uuid,
    answer_sealed    bytea,
    answered_by      uuid,
    answered_at      timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id),
    foreign key (tenant_id, parent_id) references referrals (tenant_id, id),
    foreign key (tenant_id, from_position) references positions (tenant_id, id),
    foreign key (tenant_id, to_position) references positions (tenant_id, id),
    foreign key (tenant_id, from_staff) references staff (tenant_id, id),
    foreign key (tenant_id, seen_by) references staff (tenant_id, id),
    foreign key (tenant_id, answered_by) references staff (tenant_id, id),
    foreign key (tenant_id, action) references referral_actions (tenant_id, key)
);
call wall('referrals');
create index referrals_to_position on referrals (tenant_id, to_position, due_at, id) where state = 'open';
create index referrals_of_case on referrals (tenant_id, case_id, sent_at);

-- The decision on a case: what, for which listed reason, and in which words.
create table decisions (
    tenant_id    uuid not null,
    case_id      uuid not null,
    id           uuid not null,
    outcome      text not null,
    reason       text not null,
    text_sealed  bytea not null,
    decided_by   uuid not null,
    position_id  uuid not null,
    decided_at   timestamptz not null,
    primary key (tenant_id, case_id, id),
    foreign key (tenant_id, case_id) references cases (tenant_id, id),
    foreign key (tenant_id, decided_by) references staff (tenant_id, id),
    foreign key (tenant_id, position_id) references positions (tenant_id, id)
);
call wall('decisions');
