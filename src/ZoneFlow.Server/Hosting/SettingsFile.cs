namespace ZoneFlow.Server.Hosting;

/// <summary>The installation's settings: zoneflow.json in its folder, and over it the environment.</summary>
internal static class SettingsFile
{
    /// <exception cref="DataFolderException">The file holds a secret and others may read it.</exception>
    public static ServerSettings Read(DataFolder folder, IConfigurationBuilder builder)
    {
        var own = new ConfigurationBuilder().AddJsonFile(folder.Settings, optional: true).Build().GetSection("ZoneFlow").Get<ServerSettings>();
        if (own is { Mail.Password: not null } or { Evidence.Key: not null })
        {
            SecretFile.Check(folder.Settings);
        }

        return builder.AddJsonFile(folder.Settings, optional: true).AddEnvironmentVariables().Build().GetSection("ZoneFlow").Get<ServerSettings>() ?? new ServerSettings();
    }
}
