# One process, no root, nothing that is not needed to run.
FROM python:3.13-slim
RUN useradd --create-home socium
COPY . /srv/socium
RUN pip install --no-cache-dir --constraint /srv/socium/constraints.txt "/srv/socium[matching,postgres]"
USER socium
WORKDIR /home/socium
CMD ["socium", "run"]
