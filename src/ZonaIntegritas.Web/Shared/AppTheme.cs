using MudBlazor;

namespace ZonaIntegritas.Web.Shared;

/// <summary>One calm theme: a deep blue-green frame, one warm accent, meaning colours for nothing but meaning.</summary>
public static class AppTheme
{
    private static readonly string[] Fonts = ["Inter", "system-ui", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0F4C5C",
            Secondary = "#9A5F14",
            Tertiary = "#3D6B78",
            Success = "#1B6E3C",
            Warning = "#8A5A00",
            Error = "#B3261E",
            Info = "#0F4C5C",
            AppbarBackground = "#0F4C5C",
            AppbarText = "#FFFFFF",
            Background = "#F6F8F8",
            BackgroundGray = "#EEF2F2",
            Surface = "#FFFFFF",
            DrawerBackground = "#FFFFFF",
            DrawerText = "#22343A",
            DrawerIcon = "#3D6B78",
            TextPrimary = "#16252A",
            TextSecondary = "#4A5D64",
            ActionDefault = "#3D5660",
            LinesDefault = "#D8E0E2",
            LinesInputs = "#7C9098",
            TableLines = "#E2E8EA",
            Divider = "#DDE4E6",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7CC4D6",
            PrimaryContrastText = "#06222A",
            Secondary = "#E5A95A",
            SecondaryContrastText = "#2A1A02",
            Tertiary = "#9CC3CE",
            Success = "#7BCB96",
            SuccessContrastText = "#062813",
            Warning = "#E5B04A",
            WarningContrastText = "#2A1C00",
            Error = "#FF9B92",
            ErrorContrastText = "#3A0703",
            Info = "#7CC4D6",
            AppbarBackground = "#0B2B34",
            AppbarText = "#EAF3F5",
            Background = "#0E171A",
            BackgroundGray = "#132025",
            Surface = "#152126",
            DrawerBackground = "#111C20",
            DrawerText = "#D5E1E4",
            DrawerIcon = "#9CC3CE",
            TextPrimary = "#E6EEF0",
            TextSecondary = "#A9BBC1",
            ActionDefault = "#B7C8CE",
            LinesDefault = "#2A3A40",
            LinesInputs = "#6F858D",
            TableLines = "#24343A",
            Divider = "#28383E",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.9375rem", LineHeight = "1.55", LetterSpacing = "0" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "0.9375rem", LineHeight = "1.55", LetterSpacing = "0" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "0" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "0.9375rem", FontWeight = "600", TextTransform = "none", LetterSpacing = "0" },
            H1 = new H1Typography { FontFamily = Fonts, FontSize = "1.5rem", FontWeight = "650", LineHeight = "1.3", LetterSpacing = "-0.01em" },
            H2 = new H2Typography { FontFamily = Fonts, FontSize = "1.125rem", FontWeight = "650", LineHeight = "1.35", LetterSpacing = "0" },
            Caption = new CaptionTypography { FontFamily = Fonts, FontSize = "0.8125rem", LineHeight = "1.45", LetterSpacing = "0" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", DrawerWidthLeft = "248px", AppbarHeight = "56px" },
    };
}
