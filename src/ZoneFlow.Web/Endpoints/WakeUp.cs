namespace ZoneFlow.Web.Endpoints;

/// <summary>Tells whoever runs timers and effects to look again, after an operator has brought something back.</summary>
public delegate void WakeUp();
