using ZonaIntegritas.Domain.Instruments;
using ZonaIntegritas.Web.Data.Configurations;

namespace ZonaIntegritas.Web.Features.Administration.Instruments.Loading;

/// <summary>What is right as an instrument and yet does not fit where answers and sheets are kept.</summary>
internal static class StorageFaults
{
    public static IReadOnlyList<string> Of(Instrument instrument)
    {
        List<string> faults = [];
        Check("id", instrument.Title.Id);
        Check("version", instrument.Title.Version);
        foreach (var place in instrument.Places)
        {
            Check("Soal", place.Question.Code);
        }

        foreach (var predicate in instrument.Predicates)
        {
            Check("Predikat", predicate.Code);
        }

        if (instrument.HighestOpenTo([]) is null)
        {
            faults.Add("predicates: paling sedikit satu predikat tanpa requires, karena setiap lembar kerja menuju salah satunya.");
        }

        return faults;

        void Check(string what, string code)
        {
            if (code.Length > Lengths.Code)
            {
                faults.Add($"{what} {code}: kode paling panjang {Lengths.Code} huruf.");
            }
        }
    }
}
