namespace ZonaIntegritas.Domain.Assessments;

/// <summary>States and moves in the words of the process, for refusals as for screens.</summary>
public static class StatusWords
{
    public static string Say(AssessmentStatus status) => status switch
    {
        AssessmentStatus.Draft => "Draf",
        AssessmentStatus.Submitted => "Diajukan",
        AssessmentStatus.Preliminary => "Penilaian pendahuluan",
        AssessmentStatus.InReview => "Evaluasi TPI",
        AssessmentStatus.InRepair => "Perbaikan",
        AssessmentStatus.ReReview => "Dievaluasi ulang",
        AssessmentStatus.Concluded => "LHE terbit",
        AssessmentStatus.Proposed => "Diusulkan ke TPN",
        AssessmentStatus.AtTpn => "Evaluasi TPN",
        AssessmentStatus.Awarded => "Ditetapkan",
        AssessmentStatus.NotAwarded => "Tidak ditetapkan",
        AssessmentStatus.Monitored => "Dipantau",
        AssessmentStatus.Revoked => "Dicabut",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Say(Turn turn) => turn switch
    {
        Turn.Unit => "Giliran unit",
        Turn.Tpi => "Giliran TPI",
        Turn.Instansi => "Giliran instansi",
        Turn.Tpn => "Giliran TPN",
        Turn.Nobody => "Tidak ada yang ditunggu",
        _ => throw new ArgumentOutOfRangeException(nameof(turn)),
    };

    public static string Say(TpnStageKind stage) => stage switch
    {
        TpnStageKind.PreEvaluation => "Pra evaluasi",
        TpnStageKind.Desk => "Desk evaluation",
        TpnStageKind.Survey => "Survei",
        TpnStageKind.Field => "Evaluasi lapangan",
        TpnStageKind.Clearance => "Clearance",
        TpnStageKind.Panel => "Panel",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    public static string Say(TpnStageResult result) => result switch
    {
        TpnStageResult.Passed => "lulus",
        TpnStageResult.Failed => "tidak lulus",
        TpnStageResult.Done => "selesai",
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>The move as a noun, for sentences: "Pengajuan hanya dapat …".</summary>
    public static string Say(SheetMove move) => move switch
    {
        SheetMove.Submit => "Pengajuan",
        SheetMove.Withdraw => "Penarikan kembali",
        SheetMove.BeginPreliminary => "Penilaian pendahuluan",
        SheetMove.BeginReview => "Mulai evaluasi",
        SheetMove.Return => "Pengembalian soal",
        SheetMove.TakeBackReturn => "Pembatalan pengembalian",
        SheetMove.SendRepair => "Pengiriman perbaikan",
        SheetMove.Conclude => "Penerbitan LHE",
        SheetMove.Reopen => "Pembukaan kembali",
        SheetMove.Propose => "Pengusulan ke TPN",
        SheetMove.WithdrawProposal => "Penarikan usulan",
        SheetMove.RecordStage => "Pencatatan tahap TPN",
        SheetMove.Award => "Penetapan",
        SheetMove.Decline => "Pencatatan tidak ditetapkan",
        SheetMove.Monitor => "Pencatatan pemantauan",
        SheetMove.Revoke => "Pencatatan pencabutan",
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };
}
