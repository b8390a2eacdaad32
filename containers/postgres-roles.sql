-- Played by the image of PostgreSQL at its first start, on an empty volume: the role that owns the schema, the one of
-- the application, and the database. The passwords come from the environment of the container.
\getenv owner_password JALON_OWNER_PASSWORD
\getenv app_password JALON_APP_PASSWORD
CREATE ROLE jalon LOGIN PASSWORD :'owner_password';
CREATE ROLE jalon_app LOGIN PASSWORD :'app_password';
CREATE DATABASE jalon OWNER jalon;
