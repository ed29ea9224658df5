using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.SendGrid;

/// <summary>What the provider's answer to a mail means.</summary>
public static class SendGridAnswer
{
    /// <exception cref="MailRefusedException">The provider did not take the mail.</exception>
    public static void Check(int status, string reply)
    {
        if (status is < 200 or >= 300)
        {
            throw new MailRefusedException(IsPermanent(status), status, reply);
        }
    }

    // What is wrong with the key, the account or the moment may be right tomorrow; what is wrong with the mail will not.
    private static bool IsPermanent(int status) => status is 400 or 406 or 413 or 415 or 422;
}
