using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Journal;
using ZoneFlow.Runtime.SignIn;

namespace ZoneFlow.Web.Intake;

/// <summary>A page's form as it came back: under which signal, and when its last byte arrived.</summary>
public sealed record PostedPage(FormRead Form, SignalId Signal, DateTimeOffset ReceivedAt, Confiding Confiding)
{
    /// <summary>What the browser is known by, where a code was typed in it.</summary>
    public Token? Device { get; init; }

    public Typed Typed => Form.Typed;

    /// <summary>A digest of what was asked, to tell a repeat from another question under the same signal.</summary>
    public string Asked => Convert.ToHexStringLower(Form.Digest);
}
