FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/ZonaIntegritas.Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# One volume for database, keys, evidence, reports and mails.
RUN mkdir /data && chown $APP_UID /data
VOLUME /data
ENV Storage__DataFolder=/data \
    Urls=http://+:8080
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["dotnet", "ZonaIntegritas.Web.dll", "health"]
ENTRYPOINT ["dotnet", "ZonaIntegritas.Web.dll"]
