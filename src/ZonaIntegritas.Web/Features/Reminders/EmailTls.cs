namespace ZonaIntegritas.Web.Features.Reminders;

/// <summary>How the connection to the mail server is made safe; a certificate that is not trusted is always refused.</summary>
public enum EmailTls
{
    /// <summary>On port 465 from the start, on others as soon as the server offers it, and in the clear when it does not.</summary>
    Auto,

    /// <summary>STARTTLS, or nothing is sent.</summary>
    StartTls,

    /// <summary>From the start.</summary>
    OnConnect,

    /// <summary>Never: for a server on the same machine.</summary>
    None,
}
