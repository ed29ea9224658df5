namespace ZoneFlow.Web.Emails;

/// <summary>What a mail is rendered from. Addresses are absolute.</summary>
/// <param name="Addressee">The person's name.</param>
/// <param name="Party">The body the person acts for.</param>
/// <param name="Reach">How the office is reached: telephone, room, hours; null where the office gave none.</param>
public abstract record MailModel(string Office, string Addressee, string Party, string? Reach);
