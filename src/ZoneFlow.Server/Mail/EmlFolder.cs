using System.Text;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Server.Documents;

namespace ZoneFlow.Server.Mail;

/// <summary>
/// Puts every mail as an .eml file into a folder, where any mail program opens it. The file is named after the
/// Message-ID, so a mail that is sent twice is still one file.
/// </summary>
public sealed class EmlFolder : IMailer
{
    private readonly string folder;

    public EmlFolder(string folder)
    {
        this.folder = Path.GetFullPath(folder);
        DurableFolder.Create(this.folder);
    }

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = Path.Combine(folder, mail.Id.Local + ".eml");

        // Its own name for every attempt: two at once must not write into one file.
        var temporary = Path.Combine(folder, Path.GetRandomFileName() + ".tmp");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(Encoding.ASCII.GetBytes(MimeWriter.Write(mail)), CancellationToken.None);
                file.Flush(flushToDisk: true);
            }

            DurableFolder.Place(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
