using Microsoft.Extensions.Logging;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.SignIn;

/// <summary>
/// Who signed in, whose code was right or wrong, and who was turned away from what: one line each on the program's log, by ids alone.
/// Neither names nor addresses nor tokens are in it, nor the addresses of what was asked for, save the route.
/// </summary>
public sealed partial class SecurityLog(ILogger<SecurityLog> logger)
{
    private const string Nobody = "nobody";

    public void SignedIn(PersonId person, PartyId party) => Log.SignedIn(logger, person.Value, party.Value);

    public void SignedOut(PersonId? person) => Log.SignedOut(logger, person?.Value ?? Nobody);

    /// <summary>A person ended other sessions of their own.</summary>
    public void SessionsEnded(PersonId person, int count) => Log.SessionsEnded(logger, person.Value, count);

    /// <summary>A sign-in link that does not hold was used.</summary>
    public void LinkRefused() => Log.LinkRefused(logger);

    public void CodeTyped(PersonId person, CodeVerdict verdict)
    {
        if (verdict == CodeVerdict.Right)
        {
            Log.CodeTaken(logger, person.Value);
        }
        else
        {
            Log.CodeRefused(logger, person.Value, verdict);
        }
    }

    public void Denied(Actor actor, string method, string route) => Log.Denied(logger, actor.Person?.Value ?? Nobody, actor.Party?.Value ?? Nobody, method, route);

    public void ForeignForm() => Log.ForeignForm(logger);

    /// <param name="what">What is counted, without whom.</param>
    public void TooMany(string what) => Log.TooMany(logger, what);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Person} of {Party} signed in.")]
        public static partial void SignedIn(ILogger logger, string person, string party);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Person} signed out.")]
        public static partial void SignedOut(ILogger logger, string person);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Person} ended {Count} other sessions of their own.")]
        public static partial void SessionsEnded(ILogger logger, string person, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in link was refused: not known, used or expired.")]
        public static partial void LinkRefused(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message = "A code of {Person} was taken.")]
        public static partial void CodeTaken(ILogger logger, string person);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A code of {Person} was refused: {Verdict}.")]
        public static partial void CodeRefused(ILogger logger, string person, CodeVerdict verdict);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Person} of {Party} may not {Method} {Route}.")]
        public static partial void Denied(ILogger logger, string person, string party, string method, string route);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A form that another site sent was refused.")]
        public static partial void ForeignForm(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Too many tries of {What}.")]
        public static partial void TooMany(ILogger logger, string what);
    }
}
