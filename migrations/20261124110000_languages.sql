-- The language a person reads, kept with the person: pages on every browser, and notices, follow it.
-- None for whoever has not signed in since; the first sign-in says it.
alter table accounts add column lang text check (lang in ('fa', 'en'));
alter table staff add column lang text check (lang in ('fa', 'en'));
