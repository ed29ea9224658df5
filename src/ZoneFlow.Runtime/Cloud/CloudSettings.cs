using System.Globalization;
using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Evidence;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Cloud;

/// <summary>The settings of the cloud head, read once at the start. Names are those of host configuration, a double underscore or a colon between parts.</summary>
/// <param name="Packs">The packs put in use when the office is first opened; null puts all that ship in use.</param>
/// <param name="Mail">SendGrid's key, or an SMTP relay where the provider is not to be had.</param>
/// <param name="Scanner">The virus scanner, by host and port; none where no host is set.</param>
/// <param name="Evidence">The key that signs the daily roots; without one none are made.</param>
/// <param name="EventKey">The public key of SendGrid's event webhook; without it no events are taken.</param>
public sealed record CloudSettings(
    string BaseAddress, string? Office, IReadOnlyList<string>? Packs, TimeOnly Opening, StorageSettings Storage, Mailbox From, MailRoute Mail, ScannerSettings Scanner,
    EvidenceKey Evidence, string? EventKey)
{
    private const string Prefix = "ZoneFlow:";

    /// <param name="read">A setting by its name, or null.</param>
    /// <param name="ships">The names of the packs that ship.</param>
    /// <exception cref="CloudSettingException">A setting is missing or cannot be read; the message names it.</exception>
    public static CloudSettings Read(Func<string, string?> read, IEnumerable<string> ships)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new CloudSettings(
            Address(Required(read, "BaseAddress"), "BaseAddress").TrimEnd('/'), Optional(read, "Office"), PacksOf(Optional(read, "Packs"), ships),
            TimeOf(Optional(read, "Opening") ?? "09:00"),
            StorageOf(read), MailboxOf(Required(read, "Mail:From")), MailOf(read), ScannerOf(read), EvidenceOf(read),
            Optional(read, "SendGrid:EventKey"));
    }

    private static string[]? PacksOf(string? value, IEnumerable<string> ships)
    {
        var named = value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return named?.Except(ships).FirstOrDefault() is not null
            ? throw new CloudSettingException($"{Prefix}Packs", $"names a pack that does not ship; these do: {string.Join(", ", ships)}")
            : named;
    }

    private static StorageSettings StorageOf(Func<string, string?> read) =>
        Optional(read, "Storage:ConnectionString") is { } connection
            ? new StorageSettings(StorageKind.ConnectionString, connection, connection)
            : new StorageSettings(
                StorageKind.Identity, Address(Required(read, "Storage:TableEndpoint"), "Storage:TableEndpoint"),
                Address(Required(read, "Storage:BlobEndpoint"), "Storage:BlobEndpoint"));

    private static MailRoute MailOf(Func<string, string?> read) =>
        Optional(read, "Mail:Host") is { } host
            ? new MailRoute(
                MailKind.Smtp, host, Number(Optional(read, "Mail:Port") ?? "587", "Mail:Port"), Optional(read, "Mail:UserName"), Optional(read, "Mail:Password"))
            : new MailRoute(MailKind.SendGrid, Optional(read, "SendGrid:Host") ?? "https://api.sendgrid.com", 443, null, Required(read, "SendGrid:ApiKey"));

    private static ScannerSettings ScannerOf(Func<string, string?> read) => new()
    {
        Host = Optional(read, "Scanner:Host"), Port = Number(Optional(read, "Scanner:Port") ?? "3310", "Scanner:Port"),
        Seconds = Number(Optional(read, "Scanner:Seconds") ?? "60", "Scanner:Seconds"),
    };

    private static EvidenceKey EvidenceOf(Func<string, string?> read)
    {
        try
        {
            return Optional(read, "Evidence:Key") is { } pem ? new EvidenceKey(SigningKey.OfPem(pem)) : EvidenceKey.None;
        }
        catch (ArgumentException)
        {
            throw new CloudSettingException($"{Prefix}Evidence:Key", "is not a private key on P-256 in PEM");
        }
    }

    private static string? Optional(Func<string, string?> read, string name) => read($"{Prefix}{name}") is { Length: > 0 } value ? value : null;

    private static string Required(Func<string, string?> read, string name) =>
        Optional(read, name) ?? throw new CloudSettingException(Prefix + name, "is missing");

    private static string Address(string value, string name) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? value
            : throw new CloudSettingException(Prefix + name, "is not an address beginning with https://");

    private static TimeOnly TimeOf(string value) => TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        ? time
        : throw new CloudSettingException($"{Prefix}Opening", "is not a time like 09:00");

    private static int Number(string value, string name) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new CloudSettingException(Prefix + name, "is not a number");

    private static Mailbox MailboxOf(string value)
    {
        try
        {
            return new Mailbox(value, "ZoneFlow");
        }
        catch (ArgumentException)
        {
            throw new CloudSettingException($"{Prefix}Mail:From", "is not a mail address");
        }
    }
}
