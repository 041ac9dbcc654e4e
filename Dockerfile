FROM python:3.12-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HINGELAB_HOST=0.0.0.0 HINGELAB_PORT=8000 \
    HINGELAB_DATABASE_URL=sqlite:////data/hingelab.db
WORKDIR /srv
RUN useradd --system --no-create-home hingelab && install -d -o hingelab /data

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt

# app finds templates and static beside it, so the three folders keep their places; .dockerignore lets nothing else in.
COPY . .

USER hingelab
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"HINGELAB_PORT\"]}/healthz', timeout=2)"]
CMD ["python", "-m", "app"]
