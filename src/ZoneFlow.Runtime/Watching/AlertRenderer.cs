using ZoneFlow.Runtime.Effects;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Watching;

/// <summary>Renders the mail that tells an operator how a check stands.</summary>
public delegate Task<RenderedMail> AlertRenderer(Addressee to, HealthCheck check);
