# One image for web, workers, beat and migrations; which of them runs is said in docker-compose.yml.

FROM node:24-slim AS assets
WORKDIR /srv/app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY static/source static/source
RUN mkdir -p static/built && npm run build

FROM python:3.11-slim-bookworm
# Pango and fonts for PDFs: the same list as in run.py. A layer keeps whole seconds alone, so that fontconfig would take what
# it knows of the fonts for stale and read them all again for each PDF, if the folders' times were not whole.
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation2 fonts-noto-core fonts-wqy-microhei fonts-symbola \
    && rm -rf /var/lib/apt/lists/* \
    && find /usr/share/fonts /usr/local/share/fonts -type d -exec touch --date=@0 {} + \
    && fc-cache --force
WORKDIR /srv/app
# requirements-s3.txt where files lie in a store of their own (S3_URL): docker compose build --build-arg LOCK=...
ARG LOCK=requirements.txt
COPY requirements.txt requirements-s3.txt ./
RUN pip install --no-cache-dir --require-hashes -r ${LOCK}
COPY . .
COPY --from=assets /srv/app/static/built static/built
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DJANGO_SETTINGS_MODULE=prevent_cases.settings DATA_DIR=/srv/data
# The values are needed to read the settings; nothing of them stays in the image, and nothing is asked of them.
RUN python -m compileall -q . \
    && ENVIRONMENT=test SECRET_KEY=only-to-collect-files DATABASE_URL=postgresql:///none REDIS_URL=redis://none \
        python manage.py collectstatic --no-input \
    && useradd --no-log-init --uid 10001 application \
    && install -d -o application /srv/data/files
USER application
EXPOSE 8000
CMD ["python", "-m", "granian", "--interface", "asgi", "--workers", "2", "--no-ws", "--host", "0.0.0.0", \
     "--port", "8000", "--respawn-failed-workers", "--workers-kill-timeout", "20", "prevent_cases.asgi:application"]
