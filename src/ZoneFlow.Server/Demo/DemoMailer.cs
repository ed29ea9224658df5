using System.Text.Json;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Mail;
using ZoneFlow.Web.Showing;

namespace ZoneFlow.Server.Demo;

/// <summary>Mail of a demonstration: written as .eml like any other, and kept beside it as the mailbox page shows it.</summary>
internal sealed class DemoMailer(string folder) : IMailer
{
    private readonly EmlFolder _eml = new(folder);

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        await _eml.SendAsync(mail, cancellationToken);
        var kept = new DemoMail(
            mail.Id.Local, mail.From.Address, mail.To.Address, mail.To.DisplayName ?? "", mail.Subject, mail.When, mail.Id.Value, mail.TextBody);
        var path = Path.Combine(folder, $"{mail.Id.Local}.json");
        await File.WriteAllTextAsync(path + ".new", JsonSerializer.Serialize(kept, DemoJson.Default.DemoMail), cancellationToken);
        File.Move(path + ".new", path, overwrite: true);
    }

    public async Task<IReadOnlyList<DemoMail>> ListAsync(CancellationToken cancellationToken)
    {
        var mails = new List<DemoMail>();
        // The clock stands still between two moves, so many mails have one time: the last written comes first.
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").OrderByDescending(File.GetLastWriteTimeUtc))
        {
            mails.Add(JsonSerializer.Deserialize(await File.ReadAllTextAsync(path, cancellationToken), DemoJson.Default.DemoMail)!);
        }

        return [.. mails.OrderByDescending(m => m.At)];
    }

    public async Task<DemoMail?> ReadAsync(string name, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(m => m.Name == name);
}
