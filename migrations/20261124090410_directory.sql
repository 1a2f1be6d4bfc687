-- The directory: the services that agencies offer, found across all of them by whoever looks.

-- Lets everybody read what a walled table holds. The wall stays where it is for writing: a row is
-- written, changed and removed by its own tenant only. For what is published to the world.
create procedure show_window(walled regclass) language plpgsql as $$
begin
    execute format('create policy show_window on %s for select using (true)', walled);
end
$$;

-- A published service as the directory finds and shows it: a copy of what stands on its agency's
-- portal, made when it is published. It holds nothing else.
create table directory_services (
    tenant_id   uuid not null,
    service_id  uuid not null,
    key         text not null,
    position    int not null,
    title       jsonb not null,
    -- The service's code, name and keywords and the agency's name, folded for comparing.
    words       text not null,
    -- Every two letters of `words` that stand together: what the index looks words up by. It does the
    -- work of pg_trgm, which takes no word of two letters, such as آب (water), and in a database of
    -- the locale C knows no Persian letter at all.
    grams       text[] not null,
    open        boolean not null,
    primary key (tenant_id, service_id),
    foreign key (tenant_id, service_id) references services (tenant_id, id)
);
call wall('directory_services');
call show_window('directory_services');
-- Written seldom and searched often: what is written goes into the index at once, not onto a list that
-- every search reads through.
create index directory_services_grams on directory_services using gin (grams) with (fastupdate = off);

-- Whoever closes a service or opens it again need not know of the directory.
create function follow_service() returns trigger language plpgsql as $$
begin
    update directory_services set open = (new.state = 'open')
        where tenant_id = new.tenant_id and service_id = new.id;
    return null;
end
$$;
create trigger follow_service after update of state on services
    for each row when (old.state is distinct from new.state) execute function follow_service();
