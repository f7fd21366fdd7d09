namespace ZonaIntegritas.Web.Features.Reminders.Tell;

/// <summary>What a message is about, as its unique key begins; the letter that puts it into words is found by it.</summary>
internal static class DeliveryKeys
{
    /// <summary>A sheet that waits for TPI.</summary>
    public const string Turn = "giliran:";

    /// <summary>Shares of TPI's work that were given.</summary>
    public const string Assigned = "tugas:";

    /// <summary>An LHE that was issued.</summary>
    public const string Lhe = "lhe:";
}

/// <summary>What may happen to an account that its owner has to hear of, whatever the hour.</summary>
public enum AccountEvent
{
    PasswordChanged,
    PasswordReset,
    AccountOpened,
    RoleOrUnitChanged,
}
