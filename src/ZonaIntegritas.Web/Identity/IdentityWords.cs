using Microsoft.AspNetCore.Identity;

namespace ZonaIntegritas.Web.Identity;

/// <summary>Identity's refusals in words for the person at the form.</summary>
public static class IdentityWords
{
    public static string Say(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => "Alamat surel ini sudah dipakai.",
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => "Alamat surel tidak sah.",
        nameof(IdentityErrorDescriber.PasswordTooShort) => "Kata sandi paling sedikit 10 huruf.",
        nameof(IdentityErrorDescriber.PasswordRequiresDigit) => "Kata sandi perlu memuat angka.",
        nameof(IdentityErrorDescriber.PasswordRequiresLower) => "Kata sandi perlu memuat huruf kecil.",
        nameof(IdentityErrorDescriber.PasswordRequiresUpper) => "Kata sandi perlu memuat huruf besar.",
        nameof(IdentityErrorDescriber.PasswordMismatch) => "Kata sandi sekarang tidak cocok.",
        _ => "Akun tidak dapat disimpan: " + error.Code,
    };
}
