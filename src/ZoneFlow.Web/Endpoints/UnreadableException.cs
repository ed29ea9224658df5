using ZoneFlow.Core.Cases;

namespace ZoneFlow.Web.Endpoints;

/// <summary>What was sent cannot be read, and where.</summary>
public sealed class UnreadableException(Refusal refusal, Exception inner) : Exception(refusal.Message.En, inner)
{
    public Refusal Refusal { get; } = refusal;
}
