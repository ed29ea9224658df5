using ZoneFlow.Runtime.Documents;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;
using ZoneFlow.Web.Pages.Layout;

namespace ZoneFlow.Web.Showing;

/// <summary>Tells whoever filed a file that it has been found infected since. Somebody who did not sign in cannot be told.</summary>
public sealed class InfectionMails(Parties parties, IMailer mailer, MailRendering rendering, ShellOptions options, TimeProvider time)
{
    /// <exception cref="IOException">The mail could not be handed over; the scan is tried again, and with it the mail.</exception>
    public async Task TellAsync(WaitingScan scan, CancellationToken cancellationToken)
    {
        if (scan is not { Party: { } party, Finding: { } finding })
        {
            return;
        }

        foreach (var to in (await parties.PeopleAsync(party, cancellationToken)).Where(p => scan.By is null || p.Person == scan.By))
        {
            var mail = await rendering.InfectedAsync(to, finding, options.BaseAddress + SitePaths.Worklist);
            try
            {
                await mailer.SendAsync(mail.To(to, $"infected|{scan.Content}|{scan.Since:O}|{to.Person}", "infected", options.From, time.GetUtcNow()), cancellationToken);
            }
            catch (MailRefusedException later) when (!later.IsPermanent)
            {
                throw new IOException(later.Message, later);
            }
            catch (MailRefusedException)
            {
                // The address takes no mail; the case's page says it, and so does the operator's.
            }
        }
    }
}
