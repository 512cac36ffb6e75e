#!/usr/bin/env python3
"""Makes and checks data in the form of MovieLens, with arithmetic of its own.

movielens.py make FOLDER FILMS        writes a small data set about the films of an NDJSON file
movielens.py compare FOLDER RATING MOVIE
                                      holds what two services answer for each movie against ratings.csv,
                                      and waits a while for answers that are still on their way
"""
import csv
import json
import random
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

AT_ONCE = 100
PATIENCE_SECONDS = 120


def make(folder, films):
    chance = random.Random(1895)
    folder.mkdir(parents=True, exist_ok=True)
    titles = [json.loads(line) for line in films.read_text(encoding="utf-8").splitlines()]
    with (folder / "movies.csv").open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(["movieId", "title", "genres"])
        for number, film in enumerate(titles, 1):
            rows.writerow([number, f"{film['title']} ({film['year']})", "|".join(film["genres"])])
    with (folder / "links.csv").open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(["movieId", "imdbId", "tmdbId"])
        rows.writerows([number, f"{number:07d}", number] for number in range(1, len(titles) + 1))
    with (folder / "ratings.csv").open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(["userId", "movieId", "rating", "timestamp"])
        for user in range(1, 201):
            for number in sorted(chance.sample(range(1, len(titles) + 1), 60)):
                rows.writerow([user, number, chance.randint(1, 10) / 2, 1_500_000_000 + chance.randint(0, 10**8)])


def expected(folder):
    """Of each movie the count and the sum; a user's last rating counts."""
    last = {}
    with (folder / "ratings.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            key = row["userId"], row["movieId"]
            version = int(row["timestamp"]), Decimal(row["rating"])
            last[key] = max(last.get(key, version), version)
    with (folder / "movies.csv").open(newline="", encoding="utf-8") as file:
        answers = {row["movieId"]: [0, Decimal(0)] for row in csv.DictReader(file)}
    for (_, movie), (_, value) in last.items():
        answers[movie][0] += 1
        answers[movie][1] += value
    return answers


def get(address):
    with urllib.request.urlopen(address, timeout=10) as answer:
        return json.loads(answer.read(), parse_float=Decimal)


def answered(address, ids, ratings_of):
    found = {}
    for start in range(0, len(ids), AT_ONCE):
        query = urllib.parse.urlencode({"ids": ids[start : start + AT_ONCE]}, doseq=True)
        found.update(ratings_of(get(f"{address}?{query}")))
    return found


def of_movie_query(answer):
    return {movie["id"]: movie["rating"] for movie in answer["found"]}


def of_ingester(answer):
    return {one["recordId"]: one["rating"] for one in answer["ratings"]}


def differences(wanted, found):
    lines = []
    for movie, (count, total) in wanted.items():
        rating = found.get(movie, {"count": None, "sum": None})
        mean = (total / count).quantize(Decimal("0.0001"), ROUND_HALF_UP) if count else None
        want = count, total, mean
        got = rating["count"], rating["sum"], rating.get("mean")
        if want != got:
            lines.append(f"movie {movie}: expected count, sum and mean {want}, was answered {got}")
    return lines


def compare(folder, rating, movie):
    wanted = expected(folder)
    places = [
        (f"http://{movie}/v1/movies", of_movie_query),
        (f"http://{rating}/v1/records/movie/rating", of_ingester),
    ]
    until = time.monotonic() + PATIENCE_SECONDS
    for address, ratings_of in places:
        while True:
            try:
                wrong = differences(wanted, answered(address, list(wanted), ratings_of))
            except (urllib.error.URLError, OSError) as failure:
                wrong = [f"{address}: {failure}"]
            if not wrong:
                print(f"{len(wanted)} movies are as they should be at {address}")
                break
            if time.monotonic() > until:
                print(*wrong[:10], f"{len(wrong)} differences at {address}", sep="\n", file=sys.stderr)
                return 1
            time.sleep(1)
    return 0


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "make":
        make(Path(sys.argv[2]), Path(sys.argv[3]))
    elif len(sys.argv) == 5 and sys.argv[1] == "compare":
        sys.exit(compare(Path(sys.argv[2]), sys.argv[3], sys.argv[4]))
    else:
        sys.exit(__doc__)
