namespace ZoneFlow.Runtime.Effects;

/// <summary>Renders a mail; the pages' project does.</summary>
public delegate Task<RenderedMail> MailRenderer(TellMail mail);
