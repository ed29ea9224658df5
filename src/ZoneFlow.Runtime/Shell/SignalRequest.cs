using System.Collections.Immutable;
using ZoneFlow.Core.Cases;
using ZoneFlow.Runtime.Ports;

namespace ZoneFlow.Runtime.Shell;

/// <summary>A signal on its way in: what was asked, by whom and when; the shell adds what must be looked up.</summary>
/// <param name="ReceivedAt">When its last byte arrived.</param>
/// <param name="Confided">The personal texts taken out of it.</param>
/// <param name="Asked">A digest of what was asked, to tell a repeat from another question under the same id; empty where it cannot differ.</param>
/// <param name="Consumes">An action link used up by it, as it will stand.</param>
public sealed record SignalRequest(
    SignalId Id, CaseId Case, DateTimeOffset ReceivedAt, Actor Actor, SignalBody Body,
    ImmutableArray<ConfidedText> Confided, string Asked = "", CaseRow? Consumes = null);
