-- The last rating of each user and movie, and what follows from them for each movie. Deletes stay as versions,
-- so that an older rating that comes after one stays dead.
create table ratings (
  movie int not null,
  user_id int not null,
  value smallint not null,
  deleted boolean not null,
  rated_at bigint not null,
  primary key (movie, user_id)
);

-- Room on each page, so that an update finds a place beside the row that it replaces.
create table aggregates (
  movie int primary key,
  count bigint not null,
  sum bigint not null,
  h1 int not null, h2 int not null, h3 int not null, h4 int not null, h5 int not null,
  h6 int not null, h7 int not null, h8 int not null, h9 int not null, h10 int not null
) with (fillfactor = 50);

-- One pass over the rows of a statement, one row of the aggregates for each movie in it, in the order of the movies.
create function add_inserted() returns trigger language plpgsql as $$
begin
  insert into aggregates as a
    select movie, count(*), sum(value),
      count(*) filter (where value = 50), count(*) filter (where value = 100),
      count(*) filter (where value = 150), count(*) filter (where value = 200),
      count(*) filter (where value = 250), count(*) filter (where value = 300),
      count(*) filter (where value = 350), count(*) filter (where value = 400),
      count(*) filter (where value = 450), count(*) filter (where value = 500)
    from inserted where not deleted group by movie order by movie
  on conflict (movie) do update set
    count = a.count + excluded.count, sum = a.sum + excluded.sum,
    h1 = a.h1 + excluded.h1, h2 = a.h2 + excluded.h2, h3 = a.h3 + excluded.h3, h4 = a.h4 + excluded.h4,
    h5 = a.h5 + excluded.h5, h6 = a.h6 + excluded.h6, h7 = a.h7 + excluded.h7, h8 = a.h8 + excluded.h8,
    h9 = a.h9 + excluded.h9, h10 = a.h10 + excluded.h10;
  return null;
end $$;

create function move_updated() returns trigger language plpgsql as $$
begin
  insert into aggregates as a
    select movie, sum(sign), sum(sign * value),
      coalesce(sum(sign) filter (where value = 50), 0), coalesce(sum(sign) filter (where value = 100), 0),
      coalesce(sum(sign) filter (where value = 150), 0), coalesce(sum(sign) filter (where value = 200), 0),
      coalesce(sum(sign) filter (where value = 250), 0), coalesce(sum(sign) filter (where value = 300), 0),
      coalesce(sum(sign) filter (where value = 350), 0), coalesce(sum(sign) filter (where value = 400), 0),
      coalesce(sum(sign) filter (where value = 450), 0), coalesce(sum(sign) filter (where value = 500), 0)
    from (
      select movie, value, 1 as sign from after where not deleted
      union all
      select movie, value, -1 as sign from before where not deleted
    ) as changes
    group by movie order by movie
  on conflict (movie) do update set
    count = a.count + excluded.count, sum = a.sum + excluded.sum,
    h1 = a.h1 + excluded.h1, h2 = a.h2 + excluded.h2, h3 = a.h3 + excluded.h3, h4 = a.h4 + excluded.h4,
    h5 = a.h5 + excluded.h5, h6 = a.h6 + excluded.h6, h7 = a.h7 + excluded.h7, h8 = a.h8 + excluded.h8,
    h9 = a.h9 + excluded.h9, h10 = a.h10 + excluded.h10;
  return null;
end $$;

create trigger ratings_inserted after insert on ratings
  referencing new table as inserted
  for each statement execute function add_inserted();

create trigger ratings_updated after update on ratings
  referencing old table as before new table as after
  for each statement execute function move_updated();
