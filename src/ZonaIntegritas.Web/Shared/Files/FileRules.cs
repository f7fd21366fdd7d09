using ZonaIntegritas.Domain.Common;

namespace ZonaIntegritas.Web.Shared.Files;

/// <summary>What one kind of small file is held to, said the same by the field and by the door behind it.</summary>
/// <param name="Unreadable">When it no longer comes from the person's computer as it was chosen.</param>
/// <param name="Look">Whether its bytes are what they should be; null when only a reading of all of it can tell.</param>
public sealed record FileRules(int MaxBytes, Problem TooLarge, Problem Unreadable, Func<Stream, Problem?>? Look = null);
