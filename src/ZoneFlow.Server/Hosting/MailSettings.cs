namespace ZoneFlow.Server.Hosting;

/// <summary>How mail leaves. Without a host it is written to the data folder's mail, one .eml file each.</summary>
public sealed class MailSettings
{
    public string From { get; set; } = "zoneflow@localhost.localdomain";

    public string? Host { get; set; }

    public int Port { get; set; } = 25;

    public bool StartTls { get; set; }

    public string? UserName { get; set; }

    /// <summary>From the environment or a file that only the service reads; never printed.</summary>
    public string? Password { get; set; }
}
