namespace ZoneFlow.Core.Policies;

/// <summary>
/// What stands behind a value. A statutory value is given by the policy's text; a service norm is the
/// office's own default where the text is silent: it reminds and escalates, and never by itself changes
/// what the law gives a zone.
/// </summary>
public enum LegalEffect
{
    ServiceNorm,
    Statutory,
}
