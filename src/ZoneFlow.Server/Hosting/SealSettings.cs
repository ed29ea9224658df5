namespace ZoneFlow.Server.Hosting;

/// <summary>The section ZoneFlow:Seal: the office's certified seal service; none where the program is left out.</summary>
public sealed class SealSettings
{
    /// <summary>The service's name, as the dossier says it.</summary>
    public string? Name { get; set; }

    /// <summary>The program that takes a letter to the service and brings the sealed one back.</summary>
    public string? Command { get; set; }
}
