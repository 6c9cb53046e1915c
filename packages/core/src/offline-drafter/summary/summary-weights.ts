/** Classes of a passage, in the order of the weights. */
export const SUMMARY_CLASSES = ["none", "subjective", "examination", "results", "plan"] as const;

/**
 * Weights of the linear model that chooses what to quote: a feature, then its weight for each class in hundredths.
 * Written by `scripts/train-summary.ts` from the tuning half (47) of the recorded encounters of ACI-BENCH
 * (Yim et al. 2023, https://doi.org/10.1038/s41597-023-02487-3, CC BY 4.0); no text of theirs is in it.
 */
export const SUMMARY_WEIGHTS = `after conditional other's	18	-18	34	-21	-52
after conditional own	8	-34	-18	-60	10
after question other's	-5	20	-39	-34	-18
after question own	3	6	-32	-33	-15
after statement other's	15	2	-8	-32	-24
after statement own	-8	-10	-33	5	3
answered at length	2	-11	7	-13	8
answered shortly	3	9	-38	-43	-21
any	-6	5	-16	-17	-8
closer 1	30	-26	-44	-25	3
closer 2	-16	21	-3	18	-11
closer 3	-10	-23	-1	18	0
closer D	7	-3	-39	-5	-14
closer P	-11	-37	-34	7	21
closer examination	64	-29	-22	-23	-47
closer interview	27	-48	-13	16	-14
closer plan	-23	3	-43	3	10
condition 1	2	-9	-75	21	-8
condition 2	-109	40	-12	-26	67
condition 3	-76	51	-26	-5	31
condition D	-23	9	-77	18	6
condition P	-59	7	-32	-56	58
condition examination	11	-47	-92	-63	51
condition interview	-18	13	-22	-66	-22
condition plan	-44	8	-49	39	13
cue hypothetical	6	-14	-18	-25	-4
cue hypothetical D	18	-54	-8	-20	-8
cue hypothetical P	-25	15	-36	-19	-6
cue negation	-34	-11	8	24	-14
cue negation D	-32	-21	8	38	-13
cue negation P	12	-19	-9	-24	-45
cue others	43	-8	-38	-26	-59
cue others D	78	-45	-18	-27	-58
cue others P	-12	23	-46	-25	-48
cue past	-24	15	-31	-13	5
cue past D	-34	-3	-26	-3	26
cue past P	21	11	-35	-38	-117
cue uncertain	-17	7	-35	-32	2
cue uncertain D	-18	-33	-31	-53	34
cue uncertain P	-21	44	-48	13	-59
density 0	34	-7	-41	-24	-19
density 1	20	-11	-16	-37	-17
density 2	-8	-2	-15	-31	-19
density 3	-12	22	9	11	-37
density 4	-35	-7	-9	13	17
density 5	14	4	14	-1	-30
density 6	-53	-54	-3	-3	86
density 7	-42	29	0	15	12
drug 1	-5	8	-38	-21	8
drug 2	-51	-21	-20	-20	62
drug 3	-49	70	-10	-2	-29
drug D	-3	-5	-38	-20	16
drug P	-48	63	-35	-36	-5
drug examination	-84	29	-18	-5	58
drug interview	6	-14	-39	4	-11
drug plan	-17	46	-33	-48	-10
examOnly 1	-22	26	-25	-34	17
examOnly 2	-51	-65	15	-17	46
examOnly 3	78	-16	-36	0	-141
examOnly D	-43	6	-11	-27	38
examOnly P	7	3	12	-23	-113
examOnly examination	-43	6	-11	-27	37
examOnly plan	21	-119	42	-13	-32
finding 1	-6	-16	6	-8	-14
finding 2	-32	-78	41	4	-35
finding 3	-17	34	0	-4	-68
finding D	-41	-37	47	2	-11
finding P	-1	2	4	-1	-77
finding examination	-2	-29	40	-122	-81
finding interview	-9	-11	-19	26	-12
finding plan	-28	-22	26	24	-5
illness 1	11	-4	-24	-18	-23
illness 2	-10	3	-15	-56	19
illness 3	-19	-5	4	-19	17
illness D	-13	-13	-6	-16	-1
illness P	-27	7	-41	-47	19
illness examination	-34	25	9	-94	-38
illness interview	-6	-3	-36	-20	9
illness plan	-8	-21	-39	-16	9
intent 1	22	-42	-52	-3	-4
intent 2	-32	24	-5	-46	20
intent 3	-69	-23	-26	-4	88
intent D	7	-14	-41	-15	2
intent P	-28	-37	-60	-1	45
intent examination	3	-20	-17	-33	8
intent interview	-3	18	-18	11	-46
intent plan	-14	-22	-55	-10	25
last of turn	0	2	-14	-21	-6
length 0	117	-62	-60	-15	-60
length 1	8	-14	-6	-24	-21
length 2	3	4	-22	-32	-23
length 3	-11	-5	-12	-101	-6
length 4	5	-3	-39	-52	2
length 5	-26	17	3	-31	-18
length 6	-7	3	3	27	-23
length 7	-36	48	-5	0	-37
length 8	-16	-46	2	22	19
mode conditional	2	-21	-16	-44	6
mode conditional D	-6	21	-37	-35	-5
mode conditional P	11	-52	17	-41	7
mode question	-2	15	-34	-34	-24
mode question D	-2	16	-43	-31	-24
mode question P	11	-25	16	-42	-12
mode statement	2	-5	-18	-9	-19
mode statement D	8	-24	-10	-6	-20
mode statement P	7	14	-33	-18	-15
near condition 1	-20	-2	-71	-8	13
near condition 2	-4	-49	-40	-13	12
near condition 3	-37	38	-39	48	-54
near drug 1	-28	-1	-12	-13	18
near drug 2	-9	-23	-68	-111	38
near drug 3	-60	63	-37	-56	13
near drug 4	87	-43	-5	-20	-76
near finding 1	-4	-17	-5	-4	-1
near finding 2	9	-26	-24	-22	-3
near finding 3	19	-33	-36	61	-77
near finding 4	-41	-17	54	-78	-3
near illness 1	-14	-15	-29	-32	6
near illness 2	-2	0	0	-16	-28
near illness 3	12	-16	-14	-64	11
near illness 4	13	-15	14	-8	-20
near intent 1	11	-27	-22	4	-1
near intent 2	-20	-29	-67	-14	37
near intent 3	7	-107	4	-8	14
near intent 4	-56	-75	-20	-70	65
near plan 1	-2	8	8	-36	-16
near plan 2	-2	-44	-99	-32	33
near plan 3	-3	-7	-77	-94	24
near plan 4	-60	-89	-41	-47	68
near region 1	-10	-19	23	0	-28
near region 2	-20	-24	-16	-60	2
near region 3	-61	17	5	1	5
near region 4	-14	10	-7	-12	-54
near symptom 1	-28	-1	-9	-7	-6
near symptom 2	4	11	-53	-74	-1
near symptom 3	24	-32	-70	-56	-9
near symptom 4	42	-26	-36	-26	-89
near test 1	-8	20	-19	-60	-18
near test 2	36	-8	-49	26	-34
near test 3	-5	-29	-116	-20	45
near test 4	20	-147	-52	40	3
number 1	-6	-5	-14	4	-12
number 2	35	-17	-12	10	-51
number 3	-2	-9	-34	-21	-1
number D	4	-5	-12	-7	-25
number P	15	-26	-28	43	-32
number examination	4	-52	18	-117	9
number interview	42	-16	-47	64	-112
number plan	-21	30	-85	-12	-6
opener 1	14	-30	0	-22	-38
opener 2	24	-15	-6	-14	-48
opener D	11	-28	1	-20	-35
opener P	37	-19	-51	-16	-68
opener examination	11	-28	1	-20	-35
phase examination	-14	-22	13	-30	-8
phase examination D	-17	-22	16	-37	-10
phase examination P	20	-24	-49	0	-22
phase interview	6	7	-36	-4	0
phase interview D	5	7	-58	-1	-9
phase interview P	4	-11	-13	-8	-1
phase plan	3	16	-23	-20	-21
phase plan D	10	1	-29	-7	-23
phase plan P	2	0	-2	-58	-13
place 0	-5	15	-31	-31	-32
place 0 D	-2	13	-45	-32	-35
place 0 P	-13	7	-3	-37	-20
place 1	4	13	-51	-53	-9
place 1 D	-8	19	-47	-32	-26
place 1 P	9	6	-58	-68	-4
place 2	16	9	-33	-54	-26
place 2 D	5	3	-14	-42	-14
place 2 P	13	12	-59	-62	-34
place 3	11	1	-43	-27	-44
place 3 D	8	14	-51	-40	-53
place 3 P	4	-15	-18	-4	-24
place 4	16	15	-25	-35	-49
place 4 D	23	22	-21	-21	-88
place 4 P	-7	-14	-34	-77	23
place 5	-12	7	-24	-18	-32
place 5 D	3	-3	-29	-22	-26
place 5 P	-11	8	-2	-9	-36
place 6	9	-31	2	-43	-22
place 6 D	11	-13	-7	-55	-19
place 6 P	15	-44	16	14	-38
place 7	12	-63	-10	2	6
place 7 D	6	-28	-16	-5	-1
place 7 P	20	-82	-5	19	2
place 8	15	-52	-6	8	2
place 8 D	-13	-34	5	18	11
place 8 P	65	-60	-79	-47	-28
place 9	-15	-37	-4	-14	10
place 9 D	-15	-55	-19	-5	23
place 9 P	2	28	17	-57	-44
plan 1	2	-21	-14	-52	5
plan 2	4	39	-35	-20	-41
plan 3	-64	-96	-1	-5	86
plan D	4	-6	-9	-55	-8
plan P	-28	-2	-55	-18	37
plan examination	29	-31	-11	-29	-20
plan interview	-18	20	-40	-26	-7
plan plan	-12	-32	8	-54	8
procedure 1	-6	-7	-65	40	-28
procedure D	-76	33	-64	32	-4
procedure examination	-58	0	-38	-12	42
procedure interview	-7	45	-41	-83	-84
procedure plan	1	-79	-17	66	15
region 1	-1	-32	-44	6	5
region 2	-58	-8	48	-10	-30
region 3	-21	-10	38	-18	-5
region D	-27	-10	0	18	-8
region P	-27	-36	78	-82	7
region examination	1	7	2	-133	-53
region interview	-23	-21	16	60	-31
region plan	-22	-12	33	-23	4
relative 1	-23	-18	-20	-12	34
relative D	34	-125	-7	-8	-6
relative P	-13	-12	-37	-9	28
relative interview	-10	-22	-16	-6	27
relative plan	24	-32	-32	-12	-7
speaker D	-5	4	-17	-12	-12
speaker P	6	2	-10	-26	-3
symptom 1	-18	-12	-10	16	4
symptom 2	18	-13	-29	-28	-3
symptom 3	-53	62	-31	-32	-109
symptom D	-24	14	-32	-17	-5
symptom P	-20	8	28	35	-64
symptom examination	9	-28	5	-46	-21
symptom interview	-28	-3	-17	-5	4
symptom plan	-19	43	-61	20	-52
test 1	-29	12	-34	2	11
test 2	-38	6	-45	-7	36
test 3	-4	-50	-2	19	-36
test D	2	-24	-36	4	13
test P	-62	62	-39	15	14
test examination	-5	-25	-57	32	13
test interview	-8	9	-25	66	-48
test plan	-22	12	-10	-36	28
unit 1	-12	-15	-31	-12	5
unit 2	-20	-34	-12	-17	68
unit D	-13	-21	-30	-10	14
unit P	17	-14	-19	-25	-39
unit examination	-42	14	-47	8	39
unit interview	53	-23	-15	19	-62
unit plan	-17	-4	-16	-27	13
vital 1	-23	25	-1	-4	-49
vital 2	5	-87	-5	-10	9
vital 3	-27	28	-2	-2	-6
vital D	-13	-4	-2	-4	-14
vital P	-23	47	-21	-46	-81
vital examination	-20	62	12	-81	-123
vital interview	-21	-18	-51	55	21
vital plan	28	-23	-76	-56	-11
word 1	-60	-36	20	45	3
word 1 D	-60	-36	20	45	3
word 10	-60	-23	54	-44	21
word 10 D	-71	-15	54	-41	21
word 15	34	-54	-15	-39	25
word 15 D	9	-37	-7	-38	32
word 2	-57	35	39	-84	-19
word 2 D	-57	35	39	-84	-19
word 20	43	-20	-24	-63	-35
word 20 D	49	-43	-18	-59	-25
word 30	11	-3	-18	-23	-25
word 40	4	-107	-7	-12	22
word 40 D	-17	-79	-3	-11	28
word 45	13	-10	-4	-44	-11
word 48	27	3	-7	-54	-89
word 5	-9	-44	-17	-45	56
word 5 D	-36	-34	-9	-45	61
word 50	29	-59	-10	-12	9
word 50 D	29	-59	-10	-12	9
word a	-35	-7	-32	-11	27
word a D	-24	-23	-25	-12	21
word a P	-31	4	-37	-2	13
word a1c	-26	-39	-27	13	24
word a1c D	-40	-19	-25	15	27
word abdomen	-21	14	-11	-38	-5
word abdomen D	-52	31	-10	-38	3
word abdominal	-43	8	-44	-82	71
word abdominal D	3	-9	-18	-78	31
word able	15	2	-59	-35	-32
word able D	32	-13	-57	-33	-44
word able P	-20	10	-19	-13	9
word abnormal	31	-72	-28	15	41
word abnormal D	31	-72	-28	15	41
word abnormalities	-31	-38	-45	32	-5
word abnormalities D	-31	-38	-45	32	-5
word about	4	10	-32	-25	-19
word about D	18	-9	-26	-33	-24
word about P	-43	36	-28	0	15
word absolutely	122	-114	-11	-11	-64
word absolutely D	56	-29	-10	-6	-44
word aches	-34	40	-7	-8	-46
word aches D	-63	63	-6	-5	-23
word active	-94	59	34	-5	22
word active D	-95	60	34	-4	22
word activities	7	7	-28	-16	-82
word activities D	7	7	-28	-16	-82
word activity	-13	-76	-28	-25	29
word activity D	-19	-76	-13	-25	34
word actually	35	-35	-47	-37	-24
word actually D	46	-55	-32	-29	-9
word actually P	10	-16	-44	-29	-4
word add	54	-27	-6	-22	-47
word add D	54	-27	-6	-22	-47
word additional	-17	-43	-31	-12	25
word after	-41	35	-44	-28	8
word after D	-83	55	-44	-25	42
word after P	28	7	-12	-12	-119
word again	-7	-28	-24	-21	15
word again D	-8	-61	-12	-22	19
word again P	31	-1	-21	-6	-108
word against	88	-81	27	-13	-29
word against D	18	-30	31	-7	-12
word ago	10	-5	-21	-32	-7
word ago D	-18	18	-19	-30	0
word ago P	34	-26	-13	-15	-83
word agree	2	-73	-28	-33	50
word ahead	35	-67	-13	-39	1
word ahead D	23	-83	-10	-40	5
word air	-33	19	-45	-24	-1
word air D	-60	44	-41	-12	10
word albuterol	-37	-109	-5	-18	51
word albuterol D	-56	-106	-5	-18	76
word alcohol	-30	46	-7	-23	8
word alcohol D	-30	46	-7	-23	8
word all	17	-34	-6	-24	-2
word all D	22	-47	-12	-50	18
word all P	-2	7	9	40	-62
word allergic	20	-13	-27	-15	-21
word allergies	-2	11	-23	-43	-26
word allergies D	72	-49	-18	-33	-99
word allergies P	-43	52	-11	-17	0
word almost	53	-29	-24	-6	-96
word almost P	46	-28	-3	-4	-83
word already	29	-113	-27	-20	14
word already D	16	-90	-28	-20	18
word alright	24	-42	-37	-9	14
word alright D	20	-25	-33	-8	3
word alright P	27	-84	-61	-13	7
word also	-27	46	-83	8	6
word also D	-34	94	-82	11	-21
word also P	13	-95	-13	-28	55
word always	3	30	40	-16	-95
word always D	-10	65	41	-7	-83
word always P	20	-15	-3	-11	-42
word am	96	-84	-23	-17	-63
word am D	98	-28	-1	-4	-94
word am P	59	-79	-25	-17	-7
word an	-53	-8	-5	-10	48
word an D	-34	-25	2	-17	40
word an P	-34	10	-38	6	5
word and	-31	-14	22	-6	5
word and D	-21	-27	20	-5	1
word and P	-22	9	15	-13	2
word anemia	-59	31	-3	-17	45
word anemia D	-59	31	-3	-17	45
word ankles	15	16	-28	-22	-33
word ankles D	62	-53	-28	-16	-30
word another	-20	43	-41	-21	-14
word another D	-5	47	-18	-19	-29
word another P	-8	3	-36	-5	-5
word any	9	-12	-28	-7	-12
word any D	5	-3	-33	-6	-15
word any P	13	-61	4	-21	-1
word anybody	31	-29	-3	-3	-9
word anybody D	25	-24	-1	-2	-7
word anymore	4	-88	-5	-7	17
word anymore P	46	-44	0	0	-3
word anything	12	-7	-52	-48	-9
word anything D	6	-4	-54	-47	-2
word anything P	41	-27	-16	-24	-88
word anywhere	81	-80	-18	-8	-56
word appear	5	37	-76	-35	-61
word appointment	55	3	-12	-30	-57
word appreciate	10	-44	-20	-47	39
word appreciate D	-1	-19	-22	-39	45
word appreciate P	55	-93	-3	-27	-63
word are	11	-75	2	-34	-1
word are D	11	-85	0	-33	7
word are P	31	16	8	-22	-58
word area	70	-42	36	-32	-92
word area D	42	-11	37	-28	-90
word arm	-53	61	-17	-43	-9
word arm D	-42	36	-6	-37	10
word around	-32	1	-72	21	24
word around D	-44	7	-73	13	49
word around P	-15	2	-10	13	-11
word artery	-69	38	-11	-16	34
word artery D	-29	-14	-11	-14	37
word arthritis	-11	-18	-56	-11	26
word arthritis D	-11	-18	-56	-11	26
word as	-24	17	-66	-28	2
word as D	-27	25	-62	-53	10
word as P	-2	-8	-31	6	-39
word ask	-11	-47	-12	-21	26
word asked	19	1	-21	-5	-57
word aspect	-9	-56	56	-26	-58
word aspect D	-9	-56	56	-26	-58
word assess	-33	-3	0	-2	33
word assessment	-16	-76	-23	0	54
word assessment D	-8	-75	-24	-49	55
word associated	-80	39	24	-55	-42
word associated D	-80	39	24	-55	-42
word at	-12	7	-45	16	-17
word at D	1	3	-40	23	-34
word at P	-1	-21	-44	-54	19
word avoid	-11	-76	-8	-4	35
word avoid D	-39	-78	-8	-3	44
word away	17	-8	-22	-11	-81
word away D	57	-14	-8	-1	-47
word away P	12	-7	-17	-11	-55
word awesome	51	-23	-81	-31	-83
word awesome D	-20	38	-20	-21	-55
word back	-12	-22	16	-14	-6
word back D	-1	-36	31	-12	-8
word back P	-18	7	-72	-36	-12
word bad	0	16	-17	-21	-58
word bad D	76	-69	-11	-16	-25
word bad P	-10	24	-10	-9	-53
word ball	50	-28	-23	-33	-81
word ball P	50	-28	-23	-33	-81
word based	11	15	-63	-57	-14
word based D	11	15	-63	-57	-14
word bases	0	-64	-34	21	-45
word bases D	0	-64	-34	21	-45
word basically	94	-71	-21	-39	-65
word be	-8	-42	-40	-30	34
word be D	-3	-16	-34	-28	11
word be P	18	-85	-29	-32	31
word because	-12	6	-62	9	-8
word because D	7	-1	-66	16	-23
word because P	-16	0	-29	-38	-2
word bed	101	-85	-15	-15	-98
word bed P	99	-85	-14	-15	-91
word been	-11	11	-39	-51	-19
word been D	-1	-28	-47	-55	21
word been P	-20	40	-32	-42	-70
word before	7	-14	-46	37	-20
word before D	-9	-3	-47	39	-1
word before P	74	-46	-8	-15	-56
word behind	-4	-65	-11	-40	51
word being	-2	58	-32	-31	-105
word being D	10	47	-30	-30	-98
word believe	80	-83	-34	-43	23
word believe D	40	-62	-21	-13	35
word belly	22	-30	0	-15	-94
word belly D	47	-89	25	-10	-78
word bend	19	3	-5	-66	-98
word bend D	19	3	-5	-66	-98
word best	33	-106	-14	-12	-14
word best D	5	-47	-3	-7	3
word best P	39	-94	-14	-7	-5
word better	31	-8	-29	-18	-31
word better D	25	-47	-27	-9	-12
word better P	12	18	-13	-22	-173
word between	6	-47	-23	-16	16
word big	-25	3	-51	-25	34
word big D	-77	56	-48	-22	48
word bilateral	7	-49	22	-22	-71
word bilateral D	7	-49	22	-22	-71
word bilaterally	23	-66	-6	-20	-71
word bilaterally D	23	-66	-6	-20	-71
word birth	-3	-3	-43	-79	20
word birth D	-3	-3	-43	-79	20
word bit	15	-40	16	4	-17
word bit D	22	-35	5	-13	-19
word bit P	5	-18	20	-7	-27
word bladder	99	-98	-55	-35	-67
word blood	0	-29	7	-7	-8
word blood D	21	-59	11	-5	-12
word blood P	-29	27	-38	-34	0
word body	53	-32	-33	-19	-94
word body D	-8	29	-31	-6	-76
word body P	82	-94	-7	-16	-46
word bone	27	-2	-23	-23	-15
word bone D	27	-2	-23	-23	-15
word bones	13	23	-1	-24	-22
word bones D	13	23	-1	-24	-22
word bony	-28	-78	-20	43	-47
word bony D	-28	-78	-20	43	-47
word both	60	-46	-11	-20	-67
word both D	45	-53	-5	-7	-36
word both P	45	-23	-38	-17	-94
word bothering	69	-63	-18	-10	-71
word boxes	-33	40	-8	-8	-29
word boxes P	-42	45	-7	-6	-24
word break	43	-93	-37	-30	11
word breath	-5	8	-62	-31	21
word breath D	-6	8	-61	-31	22
word breath P	7	10	-12	-5	-32
word breathing	-30	-28	-4	-54	50
word breathing D	-63	-12	-3	-55	69
word bruising	53	-36	-20	-43	-85
word bruising D	53	-36	-20	-43	-85
word bunch	90	-79	-6	-18	-59
word busy	108	-96	-1	0	-80
word but	5	-6	-44	-51	10
word but D	30	-72	-53	-67	-4
word but P	-4	24	-18	-37	-52
word by	11	7	-34	-48	-24
word by D	51	-16	-34	-46	-46
word by P	-18	15	-5	-12	7
word ca	24	-50	-17	-11	4
word ca D	5	-25	-15	-9	12
word ca P	79	-67	-8	-5	-41
word call	-44	61	-36	-39	-3
word call D	-47	47	-36	-41	7
word call P	4	21	-6	-2	-27
word called	9	-28	-27	10	-26
word called D	-42	41	-25	13	0
word came	62	-52	-27	3	-113
word came D	50	-68	-21	18	-87
word came P	10	16	-8	-18	-73
word can	2	-31	-79	-21	17
word can D	17	-17	-78	-19	-2
word can P	-6	-27	-29	-35	5
word cancer	-23	37	-27	-32	-22
word cancer D	-16	11	-4	-31	-10
word capillary	-18	-32	22	-7	-18
word capillary D	-18	-32	22	-7	-18
word care	-11	-13	-31	-35	4
word care D	-32	-2	-30	-33	16
word care P	51	-24	-7	-7	-73
word cast	-26	47	-22	-3	-33
word cast D	-26	47	-22	-3	-33
word cat	11	20	-3	-6	-15
word catch	-25	27	-1	-2	-13
word catch P	-25	27	-1	-2	-13
word cause	46	-87	-5	-17	20
word cause D	18	-68	-4	-17	22
word caused	-56	15	-28	-11	35
word caused D	-34	-12	-24	-4	31
word causes	-34	62	-2	-26	-76
word causes D	-34	62	-2	-26	-76
word cell	17	-36	-36	10	-46
word center	-16	-19	-14	-36	31
word certain	36	-30	-3	-2	-26
word certainly	87	-5	0	-16	-94
word certainly D	87	-5	0	-16	-94
word change	-83	60	-54	-49	32
word change D	-49	46	-39	-45	15
word changed	-10	38	-13	-15	-51
word changes	-72	62	26	-39	-88
word changes P	-83	88	-52	-21	-71
word chart	94	-61	-8	-3	-44
word chart D	85	-51	-7	-2	-40
word check	32	-23	-18	-17	-30
word check D	69	-66	-18	-16	-12
word check P	-26	44	-3	-5	-63
word checked	-16	-10	-48	-55	39
word checked D	7	-39	-50	-57	41
word checking	-19	-87	-6	-4	33
word chest	-45	-17	-71	25	42
word chest D	-31	58	-38	9	-62
word chest P	-44	-73	-59	33	82
word chills	-14	16	-7	-6	-48
word chills D	5	-3	-4	-3	-36
word cholesterol	-45	60	-32	-10	-13
word cholesterol D	-10	-10	-25	8	3
word chronic	-67	16	-23	-73	15
word chronic D	-67	16	-23	-73	15
word clear	-9	-55	41	-15	-70
word clear D	-22	-38	35	-12	-72
word close	55	-77	-5	-6	-43
word close D	55	-77	-5	-6	-43
word cold	34	-18	-11	-7	-49
word cold P	34	-18	-11	-7	-49
word colonoscopy	-4	-1	-21	-27	10
word colonoscopy D	2	-6	-22	-27	10
word come	14	-16	46	-27	-35
word come D	19	-117	48	-27	-20
word come P	-8	44	-26	-3	-108
word coming	35	-47	-48	-28	4
word coming D	6	-31	-47	-27	12
word coming P	30	-22	-5	-2	-38
word concerned	-13	-123	-12	-58	47
word concerned D	-43	-81	-3	-51	51
word concerned P	98	-85	-11	-12	-51
word concerns	56	-87	-37	-5	0
word concerns D	56	-87	-37	-5	0
word congestive	-62	26	-26	-14	23
word congestive D	-62	26	-26	-14	23
word consider	-43	-85	-4	-3	67
word consistent	-48	-93	-7	18	55
word consistent D	-37	-95	-8	27	62
word continue	-28	-10	-29	-21	34
word continue D	-6	29	-30	-21	-7
word control	4	61	-10	-17	-83
word control D	73	-21	-3	-14	-81
word control P	-92	91	-11	-8	-29
word cool	40	-23	-9	-2	-26
word correct	-21	18	-48	-44	-1
word correct D	21	5	-24	-36	-125
word correct P	-49	7	-34	-15	54
word could	22	-17	-21	-33	-16
word could D	68	-2	-21	-30	-90
word could P	-13	-14	-9	-10	14
word couple	-2	1	-44	-46	-7
word couple D	0	2	-42	-49	-1
word couple P	-18	9	-14	-6	-5
word crazy	95	-83	-32	-7	-73
word crutches	49	-42	-4	-4	-47
word crutches D	49	-42	-4	-4	-47
word cuff	-31	64	-10	-15	-68
word cuff D	-31	64	-10	-15	-68
word current	45	1	-40	18	-65
word current D	12	22	-38	19	-43
word currently	-60	51	26	-42	-13
word currently D	-51	39	27	-40	-12
word daily	-40	18	-31	-37	30
word daily D	-41	32	-28	-36	23
word damage	20	-72	-5	-4	-5
word damage D	69	-72	-5	-4	-36
word date	-19	1	-41	-75	25
word date D	-19	1	-41	-75	25
word dax	53	-40	-5	-14	-67
word dax D	53	-40	-5	-14	-67
word day	-6	3	-45	-45	-5
word day D	-20	23	-34	-40	1
word day P	-20	-15	-47	-36	30
word days	-21	24	-49	-59	-6
word days D	-1	8	-52	-51	3
word days P	-34	22	-13	-34	4
word dealing	-6	5	-8	-2	-9
word dealing D	-41	39	-8	-2	4
word deep	64	-68	-81	42	-88
word deep D	64	-68	-81	42	-88
word definitely	-1	-29	-16	-27	16
word definitely D	-4	-47	-8	-25	18
word definitely P	12	-8	-11	-6	-42
word depression	64	-27	-6	-26	-68
word depression D	13	28	-5	-24	-56
word depression P	73	-69	-3	-6	-58
word desk	22	42	-23	-4	-80
word diabetes	-21	27	-10	-6	-25
word diabetes D	4	2	-9	-4	-24
word diagnosis	-16	6	-31	24	0
word diagnosis D	-32	-71	-29	36	7
word diarrhea	-6	15	-43	-24	-69
word diarrhea D	-17	22	-24	-22	-28
word did	12	10	-22	-12	-91
word did D	27	11	-14	-33	-117
word did P	2	-28	-41	18	1
word diet	-4	-44	-31	-14	10
word diet D	30	-187	-32	-15	13
word different	-52	75	-9	-18	-29
word different D	20	-81	-7	-12	-4
word difficult	83	-68	-25	24	-65
word difficulty	38	-8	-6	-17	-105
word difficulty D	33	-4	-6	-17	-100
word disease	-26	-44	-33	-8	31
word disease D	19	-81	-13	-4	-21
word distress	-53	-45	65	-72	-39
word distress D	-53	-45	65	-72	-39
word dizziness	-23	-54	-27	-16	72
word dizziness D	-23	-54	-27	-16	72
word dizzy	94	-73	-13	-11	-55
word do	6	-31	-12	-46	-31
word do D	13	-16	-21	-39	-35
word do P	21	-47	21	-29	-8
word doc	72	-27	-14	-6	-55
word doc P	72	-27	-14	-6	-55
word doctor	5	6	-53	-29	-20
word doctor D	37	-3	-10	-21	-70
word doctor P	-12	3	-50	-14	9
word doctors	101	-80	-18	-5	-71
word does	17	21	1	-38	-91
word does D	16	22	7	-37	-79
word does P	13	15	-65	-23	-86
word doing	-14	-13	-70	-43	38
word doing D	-2	-6	-59	-40	11
word doing P	-15	-29	-67	-40	43
word done	45	-43	-59	-34	-9
word done D	-28	-12	-60	-38	27
word done P	91	-58	-6	-2	-107
word dorsalis	-22	-29	25	-3	-13
word dorsalis D	-22	-29	25	-3	-13
word dose	-18	46	-43	-53	-40
word dose D	5	-4	-18	-52	-14
word dose P	-21	36	-34	-7	-33
word down	8	-3	-53	-54	-14
word down D	35	-37	-49	-47	-8
word down P	-48	41	-33	-34	-14
word dr	-25	12	-42	-56	16
word dr D	-40	22	-27	-49	33
word dr P	67	-20	-20	-16	-104
word dragon	1	-66	7	-10	5
word dragon D	1	-66	7	-10	5
word drink	23	-17	-14	-22	-34
word drink P	81	-76	-9	-17	-23
word drinking	-28	31	-2	-2	-41
word due	-12	40	-19	-15	-28
word due D	-32	56	-10	-15	-26
word during	-16	15	-24	-33	-14
word during D	25	-20	-22	-30	-10
word during P	-39	43	-5	-8	-62
word each	-5	-86	-7	-4	43
word eat	-33	85	-19	-8	-83
word eating	-32	2	-58	-41	37
word eating D	15	-100	-60	-35	46
word eating P	-48	52	-3	-12	-73
word echocardiogram	-25	48	-47	-41	4
word echocardiogram D	-12	3	-48	-41	17
word edema	3	-76	11	-26	-66
word edema D	3	-76	11	-26	-66
word eight	16	42	-45	26	-76
word eight D	1	59	-47	27	-76
word eight P	87	-82	-1	-8	-14
word eighteen	79	-78	-22	-12	-27
word eighteen D	66	-68	-22	-10	-23
word either	55	-67	-9	-8	-44
word either P	28	-33	-3	-4	-21
word ejection	-7	-56	-5	15	9
word ejection D	-7	-56	-5	15	9
word elbow	-28	1	-21	35	11
word elbow P	32	1	-61	-23	-137
word elevated	-51	-111	-73	42	47
word elevated D	-61	-94	-74	42	47
word else	48	-43	-63	-27	-15
word else D	73	-156	-64	-28	-14
word end	-23	-11	-44	11	23
word end D	-81	52	-4	14	22
word end P	57	-67	-46	-25	-9
word ended	23	-7	-37	-4	-89
word ended P	-29	34	-37	-3	-45
word endorsing	-29	34	-18	-15	-65
word endorsing D	-29	34	-18	-15	-65
word endoscopy	27	-96	-14	-3	-17
word endoscopy D	7	-33	-14	-3	-4
word enough	-16	24	-35	-37	-73
word equal	-47	-5	47	0	0
word equal D	-47	-5	47	0	0
word er	-74	42	-47	-20	37
word especially	-24	-37	-4	-2	35
word especially D	-38	-21	-3	-1	36
word evaluation	-23	10	-30	-51	-6
word evaluation D	-23	10	-30	-51	-6
word even	29	13	-25	-31	-67
word even D	8	20	-5	-13	-37
word even P	21	-5	-26	-27	-66
word ever	20	4	-51	-35	-119
word ever D	-5	23	-44	-23	-93
word ever P	23	-14	-19	-21	-90
word every	-22	6	-35	-31	-7
word every D	6	-10	-32	-29	25
word every P	-8	3	-20	-16	-23
word everything	4	20	-41	-14	-25
word everything D	2	30	-125	-10	1
word everything P	1	-27	69	-14	-42
word evidence	-42	-62	-17	49	-38
word evidence D	-42	-62	-17	49	-38
word exactly	0	-82	-6	-42	21
word exactly D	0	-82	-6	-42	21
word exam	-19	-1	-4	-42	-8
word exam D	-21	-11	-4	-38	2
word examination	-37	-64	10	-46	76
word examination D	-54	-94	10	-54	86
word examine	72	-13	-17	-1	-56
word examine D	72	-13	-17	-1	-56
word excited	45	-90	-16	-10	-26
word excuse	-24	12	-35	35	-21
word excuse D	-11	-7	-16	36	-18
word exercise	53	-114	-26	-6	40
word exercise D	6	-99	-20	-6	75
word exercises	-42	72	-14	-5	-21
word exercises P	-53	9	-10	-3	19
word exercising	0	43	-5	-2	-84
word exercising D	5	30	-5	-1	-80
word experienced	-48	2	-50	-10	54
word experienced D	2	-60	-11	-9	56
word experiencing	-42	45	-51	17	-9
word experiencing D	-42	45	-51	17	-9
word extend	62	-40	-41	-5	-33
word extend D	62	-40	-41	-5	-33
word extension	-40	-78	58	-24	-71
word extension D	-40	-78	58	-24	-71
word extra	102	-55	-41	-19	-75
word extra D	88	-54	-35	-19	-67
word extremities	-38	-74	46	-50	-4
word extremities D	-38	-74	46	-50	-4
word extremity	6	-30	-27	-7	10
word extremity D	6	-30	-27	-7	10
word failure	-41	17	-27	-29	25
word failure D	-41	17	-27	-29	25
word fairly	-8	44	-35	-29	-71
word fall	24	8	-32	-33	-127
word fall D	33	-15	-26	-31	-90
word fall P	-27	56	-9	-5	-80
word family	15	10	-41	-49	-69
word family D	-7	32	-20	-35	-55
word far	27	-87	-16	10	-31
word far D	11	-74	-11	11	-26
word fast	94	-70	-8	-5	-84
word fatigue	3	5	-19	-35	-75
word fatigue D	40	-35	-16	-34	-49
word feel	13	9	-23	-60	-41
word feel D	30	-47	-13	-50	-11
word feel P	1	20	-82	-44	-174
word feeling	21	-10	-69	-23	-20
word feeling D	35	-30	-53	-19	-8
word feeling P	4	7	-38	-13	-65
word feels	-7	39	-41	-26	-71
word feels P	-1	13	-46	-21	-48
word fell	33	-53	-27	-21	8
word fell P	45	-45	-20	-19	-32
word felt	18	17	-31	-58	-118
word felt D	66	-35	-22	-48	-92
word felt P	-43	57	-17	-24	-69
word female	-71	32	-9	-55	1
word female D	-71	32	-9	-55	1
word fever	-3	21	-38	-10	-67
word fever D	-26	42	-36	-7	-67
word few	22	-33	-11	-18	-21
word few D	15	-55	-5	-12	-12
word few P	22	-10	-8	-9	-62
word fifty	-71	52	-4	28	-25
word fifty D	-71	52	-4	28	-25
word figure	81	-41	-6	0	-71
word finalize	128	-52	-49	-79	-97
word finalize D	128	-52	-49	-79	-97
word find	28	-14	-11	-4	-31
word find D	33	-14	-10	0	-13
word find P	22	-12	-2	-5	-26
word findings	78	-40	-53	-3	-60
word findings D	79	-40	-53	-3	-61
word fine	14	49	-34	-40	-95
word fine D	-17	87	-96	-30	-71
word fine P	76	-150	18	-33	-79
word finger	-22	-25	25	-10	4
word finger D	-30	-10	-3	-7	5
word finger P	-2	-39	48	-32	-7
word fingers	9	19	-4	-26	-56
word fingers D	-1	53	-86	-7	-55
word first	-11	-16	-16	1	5
word first D	-34	-9	-7	19	16
word first P	37	-35	-28	-32	-28
word five	7	-6	-11	-38	14
word five D	-1	-5	-9	-37	17
word five P	3	3	-4	-8	-83
word fixed	-36	-40	-7	-1	38
word flexion	-10	-75	48	-14	-78
word flexion D	-10	-75	48	-14	-78
word fluid	-15	5	25	-10	-121
word fluid D	31	13	-53	-10	-117
word focused	-50	-35	-27	-3	51
word focused D	-50	-35	-27	-3	51
word follow	-55	21	-63	-8	43
word follow D	-44	22	-64	-8	29
word follow-up	-51	-6	-10	-4	25
word follow-up D	-51	-6	-10	-4	25
word following	26	29	-60	-49	-89
word following D	24	30	-61	-49	-89
word food	-32	58	-5	-12	-43
word food P	-5	25	-5	-10	-60
word foods	-16	34	-23	-16	-39
word foods D	-9	27	-20	-9	-19
word foot	27	-3	-27	-44	-12
word foot D	15	-7	-22	-47	4
word for	-18	11	-67	-51	28
word for D	-21	23	-62	-56	21
word for P	-26	1	-70	-12	18
word forward	-6	17	-7	-8	-47
word forward P	-8	17	-8	-8	-39
word found	-40	42	-11	16	-41
word found D	-15	33	-11	16	-80
word four	-36	-39	-43	-6	52
word four D	-39	9	-45	1	35
word four P	0	-37	-4	-24	50
word fracture	-45	-9	-102	39	26
word fracture D	-45	-9	-102	39	26
word fractures	-2	-31	-47	27	-69
word fractures D	-2	-31	-47	27	-69
word friend	70	-66	-1	-2	-12
word friends	38	-31	-1	-1	-16
word friends P	38	-32	-1	-1	-16
word from	6	9	-41	-35	-23
word from D	-8	10	-37	-30	7
word from P	33	-1	-39	-28	-126
word full	-45	-22	-6	-2	47
word function	-22	1	-38	7	16
word function D	-16	3	-36	9	7
word further	-26	-76	-28	-12	34
word further D	-15	-76	-28	-12	27
word gain	-29	-23	-13	-24	54
word gain D	-29	-23	-13	-24	54
word game	-36	31	-15	-45	12
word game P	-39	34	-15	-45	13
word general	-12	-81	-4	-25	41
word general D	-12	-81	-4	-25	41
word get	21	-25	32	-44	-16
word get D	6	-81	38	-41	7
word get P	34	20	-37	-35	-112
word gets	0	-30	-23	-21	28
word gets D	66	-36	-21	-11	-77
word gets P	-24	-11	-4	-13	37
word getting	49	-30	-18	-14	-46
word getting D	56	-134	-9	-12	-32
word getting P	-6	13	-19	-9	-74
word give	0	-24	-50	-38	7
word give D	14	4	-42	-28	-13
word glad	0	23	-45	-30	-101
word glad D	0	23	-45	-30	-101
word go	43	-17	19	-51	-23
word go D	51	-128	26	-48	-16
word go P	-19	36	-37	-24	-56
word goes	-90	54	-64	-14	59
word going	0	0	-43	-33	-7
word going D	0	20	-45	-35	-24
word going P	-2	-40	-19	-16	39
word gon	22	-90	-28	-23	4
word gon D	12	-77	-24	-22	10
word gon P	28	-76	-47	-16	-13
word good	24	-7	-58	-23	-9
word good D	37	-16	-67	-10	-14
word good P	-1	-6	-3	-73	3
word gosh	94	-86	-32	-14	-80
word got	0	-13	-25	4	0
word got D	21	-26	-15	10	-48
word got P	-11	-7	-53	-52	38
word gotten	-3	10	-10	-8	-67
word great	2	7	-73	-61	-6
word great D	-11	29	-75	-63	0
word great P	50	-22	-19	-22	-96
word guarding	6	-40	-1	-10	-29
word guarding D	6	-40	-1	-10	-29
word guess	107	-88	-6	-3	-77
word guess P	107	-88	-6	-3	-77
word had	-7	24	-30	-55	-34
word had D	2	3	-23	-49	-18
word had P	-22	25	-49	-36	-50
word half	3	-68	-37	-24	47
word half D	67	-13	-37	-23	-83
word hand	-5	16	-28	-31	-25
word hand D	27	-26	-8	-21	-3
word hands	105	-86	-39	-5	-69
word happen	9	-49	64	-28	-58
word happen D	-17	-24	64	-28	-57
word happened	33	-14	-7	-18	-53
word happened D	123	-96	-4	-9	-102
word happened P	-18	17	-6	-14	-20
word happens	19	-92	-12	45	-50
word happens D	-1	-59	-12	45	-49
word happy	13	-93	-27	-16	4
word happy D	2	-72	-20	-14	11
word happy P	66	-54	-11	-4	-37
word hard	-23	7	-50	-32	10
word hard D	-11	-5	-48	-27	6
word hard P	-11	3	-13	-13	-5
word has	-47	49	-40	-25	-2
word has D	-43	31	-29	-25	17
word has P	-20	38	-30	-11	-58
word hate	-40	-81	-11	-20	53
word have	3	-42	1	-54	-11
word have D	-1	-24	9	-52	-30
word have P	23	-61	-64	-42	48
word having	9	-88	-50	-47	54
word having D	-70	-32	-70	-38	83
word having P	83	-80	-26	-32	-42
word he	-93	26	-31	-92	53
word he D	-85	5	-31	-99	67
word he P	-34	64	-3	-5	-100
word headaches	-130	72	-57	73	-68
word heal	51	-16	-24	-2	-50
word heal D	51	-15	-24	-2	-50
word health	-6	-93	-17	-47	45
word health D	-6	-93	-17	-47	45
word healthy	-16	35	21	-29	-59
word healthy D	-17	36	21	-30	-59
word hear	-5	1	9	-50	-63
word hear D	-16	12	11	-44	-58
word heard	53	-38	-44	-30	-31
word heard D	61	-90	-42	-23	-16
word heard P	-5	14	-15	-16	-49
word heart	38	-18	-12	-85	-36
word heart D	43	-24	-23	-85	-31
word heart P	-53	34	47	-6	-93
word heavy	-55	26	-11	-20	21
word heavy D	-95	39	-8	-7	42
word heavy P	16	-2	-4	-15	-75
word hello	95	-81	-12	-22	-49
word hello D	91	-78	-12	-23	-48
word help	-11	34	-75	-37	-5
word help D	10	1	-76	-41	-5
word help P	-45	47	-6	-7	-3
word helped	-67	29	-26	-32	32
word helped P	3	14	-18	-29	-29
word helping	24	-2	-11	-37	-110
word helping D	6	10	-7	-19	-62
word helping P	41	-24	-5	-24	-86
word helps	-17	2	-8	-33	25
word helps P	0	10	-8	-34	-72
word hemoglobin	-9	-5	-39	-22	17
word hemoglobin D	-9	-5	-39	-22	17
word her	-75	35	19	-55	18
word her D	-123	52	22	-59	24
word her P	22	-13	-11	-6	-26
word here	27	-35	-47	4	4
word here D	31	-8	-75	11	-20
word here P	-19	-69	29	-41	43
word hey	15	-37	-2	-16	-7
word hey D	9	-29	-1	-16	-6
word hey P	87	-79	-14	-11	-40
word hi	3	-18	-74	-82	29
word hi D	9	-54	-58	-75	53
word hi P	-2	19	-38	-29	-109
word high	-11	-5	-44	4	-4
word high D	18	-64	-39	5	-3
word high P	-66	69	-16	-12	-45
word him	33	-32	37	-10	-59
word him D	-39	18	40	-9	-35
word him P	96	-96	-5	-2	-46
word his	-98	10	-9	36	12
word his D	-98	10	-9	36	12
word history	-72	70	-31	-80	-21
word history D	-63	65	-31	-81	-19
word hit	21	-3	-35	-21	-93
word hit P	76	-65	-35	-21	-87
word hmmm	77	-72	-29	-9	-44
word hold	-38	-49	-3	-6	45
word hold D	-12	-44	-3	-6	19
word home	15	-43	-24	-18	17
word home D	8	-37	-19	-15	16
word home P	3	-21	-12	-8	14
word honestly	67	-45	-5	-5	-44
word honestly P	48	-44	-3	-5	-25
word hope	38	-28	-34	-3	-37
word hope D	38	-28	-34	-3	-37
word hopefully	-19	29	-7	-31	-2
word hopefully D	-19	29	-7	-31	-2
word hospital	-53	-75	-18	-8	62
word hospital D	-1	-69	-10	-8	12
word hour	47	-52	-2	-6	-17
word hours	-27	-14	-10	-22	60
word hours D	-23	-109	-4	-12	78
word hours P	-10	15	-9	-14	-53
word house	4	11	-15	-8	-88
word house P	4	11	-15	-8	-88
word how	-10	-27	-1	-45	-16
word how D	4	-33	4	-47	-15
word how P	-10	-11	-48	-23	10
word how're	11	0	-20	-15	-82
word how're D	11	0	-20	-15	-82
word however	4	-71	19	-24	-24
word however D	41	-71	19	-24	-66
word hundred	36	-102	-26	-20	20
word hundred D	26	-78	-26	-20	20
word hurt	20	-39	3	-26	-8
word hurt D	30	-37	-22	-23	-1
word hurt P	-9	-33	43	-11	-61
word hurting	90	-82	-35	-52	-59
word hurting P	47	-44	-20	-5	-12
word hurts	34	-18	-43	-28	-17
word hurts P	16	-15	-74	-28	-16
word hypertension	30	-35	-8	-28	12
word hypertension D	30	-35	-8	-28	12
word i	4	-29	-42	-14	-1
word i D	39	-32	-44	-22	-32
word i P	-13	-13	-25	0	29
word i'd	7	-56	-46	-25	21
word i'd D	5	-46	-45	-23	14
word i'll	38	-99	-80	-44	-11
word i'll D	21	-82	-78	-41	-6
word i'll P	97	-67	-16	-20	-131
word i'm	41	-45	-12	-43	-23
word i'm D	41	-3	-18	-34	-50
word i'm P	14	-57	-4	-49	38
word i've	7	-9	-46	-41	-5
word i've D	15	-18	-54	-13	-11
word i've P	-5	-9	-29	-44	13
word ibuprofen	41	22	-22	-20	-68
word ibuprofen D	55	-8	-20	-13	-55
word ibuprofen P	-1	14	-11	-14	-97
word ice	32	-45	-18	-6	-6
word ice D	4	-64	-9	-1	5
word ice P	46	-40	-15	-7	-26
word if	17	-85	-6	-27	15
word if D	32	-95	-4	-31	-4
word if P	15	-38	-15	-7	-4
word important	-38	0	-17	-40	25
word important D	-33	0	-17	-40	19
word impression	0	-87	-20	62	-33
word impression D	0	-87	-20	62	-33
word in	-22	-3	20	-15	12
word in D	-24	-7	21	-5	2
word in P	-6	-16	-7	-50	5
word including	-29	-65	39	-37	18
word increase	-38	-74	-8	-12	47
word increase D	-38	-74	-8	-12	47
word inflammation	-75	-50	-70	-36	90
word inflammation D	-75	-51	-71	-37	90
word information	-13	-45	-24	-2	21
word injured	-14	-32	-52	54	-106
word injured D	0	-127	-50	56	-98
word injuries	-65	81	-43	-34	-107
word injury	-45	15	-18	-7	27
word injury D	-45	15	-18	-7	27
word inside	-55	72	-33	35	-150
word inside D	-24	20	-30	37	-125
word inside P	-67	79	-37	-16	-76
word intact	8	-82	-12	46	-73
word intact D	8	-82	-12	46	-73
word intake	-28	62	-23	-3	-99
word intake D	-28	62	-23	-3	-99
word interesting	4	-86	-23	-21	46
word interesting D	2	-85	-22	-20	52
word into	18	-1	-24	23	-66
word into D	7	9	-22	24	-55
word into P	18	-10	-11	-6	-76
word is	-43	24	-11	-3	2
word is D	-30	4	1	6	6
word is P	-26	28	-112	-19	-15
word issue	62	-32	-22	-21	-44
word issue D	62	-32	-22	-21	-44
word issues	92	-30	-42	-33	-136
word issues D	68	-13	-31	-30	-133
word issues P	64	-70	-20	-8	-32
word it	11	-40	-25	-3	-27
word it D	20	-70	-37	-5	1
word it P	1	2	1	0	-64
word it's	19	-35	-11	-15	3
word it's D	75	-65	-7	-79	-43
word it's P	-6	-14	-53	37	22
word january	44	22	-25	-59	-86
word job	-26	-84	-1	-9	59
word job P	-53	-67	-1	-2	64
word joint	-46	5	-26	26	30
word joint D	-45	4	-26	26	31
word just	4	-24	11	-11	-20
word just D	0	-8	-26	3	-20
word just P	34	-33	36	-47	-36
word keep	29	-8	-44	-41	-9
word keep D	12	9	-36	-40	-3
word keep P	63	-51	-21	-8	-50
word keeping	-43	50	-21	-6	-1
word kept	-19	-16	-75	-11	14
word kept P	-49	0	-21	-10	30
word kidney	-56	24	-43	29	11
word kidney D	-39	2	-45	30	25
word kind	43	-47	-59	21	-38
word kind D	16	-45	-35	29	-8
word kind P	46	-23	-53	-55	-59
word kinda	37	-32	-24	-14	-40
word kinda D	-9	22	-20	-11	-34
word kinda P	61	-55	-15	-8	-65
word knee	-34	4	47	-17	-18
word knee D	-13	-31	63	-15	-17
word knee P	-31	42	-114	-22	-17
word know	17	-4	-43	-49	-40
word know D	21	-5	-28	-48	-46
word know P	-10	11	-73	-29	-14
word lab	2	-57	-7	27	13
word lab D	11	-56	-6	17	22
word labs	18	-114	-27	-28	11
word labs D	18	-114	-27	-28	11
word landed	-57	20	-17	-8	33
word landed P	-57	20	-17	-8	33
word lasix	-16	-71	-3	-1	26
word lasix D	-17	-70	-3	-1	27
word last	6	-3	-43	-22	-25
word last D	-14	14	-41	-19	-15
word last P	31	-18	-25	-23	-134
word lately	-19	24	-12	-6	-66
word lately P	-25	28	-12	-6	-39
word lateral	-67	39	-6	52	-41
word lateral D	-67	39	-6	52	-41
word lay	57	-48	-5	-2	-32
word lay D	43	-43	-5	-2	-17
word least	-20	19	-63	-39	16
word least D	11	-12	-62	-38	21
word left	-100	35	3	2	7
word left D	-66	-7	5	3	9
word leg	-45	-65	43	-29	16
word leg D	-41	-58	16	-28	40
word leg P	-17	-26	42	-6	-79
word legs	8	0	-8	-48	-122
word legs D	67	-71	-1	-43	-108
word legs P	-100	100	-17	-11	-59
word lem	80	-34	-8	-2	-62
word less	-1	-50	24	45	-74
word less D	-22	-32	25	47	-66
word let	34	-77	-23	-5	5
word let D	16	-60	-16	-32	25
word let P	41	-50	-20	11	-85
word let's	42	3	-35	-14	-74
word let's D	60	4	-36	-14	-108
word level	-10	-33	-49	-3	36
word level D	31	-107	-50	-3	37
word levels	-22	-6	-15	-18	24
word levels D	-13	-35	-12	-18	24
word life	-52	57	-8	-16	-48
word lift	-19	60	-11	-4	-42
word ligament	16	-40	-50	-25	-4
word ligament D	16	-40	-50	-25	-4
word light	11	-66	56	-10	-65
word light D	-18	-24	57	-10	-65
word like	10	-33	-41	1	-19
word like D	-5	-25	-35	-15	3
word like P	23	-30	-48	41	-32
word likely	-21	46	-11	-6	-15
word likely D	20	-72	-11	-5	-15
word lipid	-22	-59	-6	-8	27
word lipid D	-22	-59	-6	-8	27
word lisinopril	12	-46	-4	-11	5
word lisinopril D	12	-46	-4	-11	5
word listen	-7	-39	20	-3	-65
word listen D	-12	-27	22	-3	-48
word listening	65	-47	-56	-7	-59
word listening D	65	-47	-56	-7	-59
word little	12	-13	-15	15	-28
word little D	17	-32	-23	9	-4
word little P	33	-18	8	-11	-98
word living	-2	20	-26	-16	-90
word living D	-2	20	-26	-16	-90
word long	0	-30	-41	-60	18
word long D	35	-101	-39	-57	26
word long P	-10	11	-17	-22	-15
word look	47	36	-39	-37	-123
word look D	66	13	-37	-37	-121
word looking	-32	-22	4	4	-8
word looking D	-16	-60	5	5	-4
word looks	41	-53	-52	-51	6
word looks D	71	-44	-92	-49	-15
word looks P	-20	-81	55	-6	26
word loss	-44	32	-21	-16	7
word loss D	-28	16	-18	-15	15
word lot	22	-3	-58	-42	-46
word lot D	42	-50	-43	-23	-26
word lot P	-8	36	-54	-49	-72
word love	-18	29	-11	-19	-54
word love D	106	-92	-7	-13	-55
word low	-17	-8	66	-58	-29
word low D	-12	-34	67	-57	-11
word lower	-24	-24	14	35	-44
word lower D	-25	6	17	41	-62
word lower P	-16	-82	-25	-17	60
word lumbar	-63	16	61	70	-71
word lung	-20	11	-121	-31	40
word lung D	11	-144	-83	-22	59
word lungs	-21	-45	14	-22	5
word lungs D	9	-55	10	-23	-104
word lymphadenopathy	30	-29	-6	-31	-16
word made	101	-92	-45	-11	-91
word make	54	2	-27	-28	-72
word make D	39	62	-31	-28	-60
word make P	48	-49	-6	-13	-37
word makes	-5	22	-8	-16	-40
word makes D	61	-51	-2	-3	-13
word makes P	-14	31	-7	-16	-35
word making	11	-115	-14	-4	43
word male	-47	-16	14	-48	15
word male D	-47	-16	14	-48	15
word managing	-31	70	-6	-50	-107
word many	52	13	-13	-17	-56
word many D	47	16	-12	-3	-55
word may	-16	-37	35	-51	3
word may D	-25	-32	37	-50	11
word maybe	49	-43	-18	-25	-27
word maybe D	80	-35	-10	-7	-95
word maybe P	28	-35	-15	-26	-1
word me	2	-5	-36	16	-23
word me D	10	-3	-27	21	-27
word me P	2	-4	-51	-3	-17
word mean	-12	-1	-25	1	-21
word mean D	-4	-61	-22	5	0
word mean P	-4	20	-15	-12	-63
word meaning	65	-37	-55	-5	-49
word meaning D	65	-37	-55	-5	-49
word means	-9	34	-31	-43	-2
word means D	-9	34	-31	-43	-2
word medial	-118	-2	57	-51	16
word medial D	-118	-2	57	-51	16
word medical	-26	-10	-20	-26	19
word medical D	-29	-9	-17	-26	20
word medication	-32	4	-52	-14	13
word medication D	-14	-32	-54	-15	18
word medication P	-31	34	-2	0	4
word medications	-25	9	-32	-27	11
word medications D	-25	9	-32	-27	11
word medicine	133	-112	-8	-4	-83
word medicine D	86	-49	-7	-3	-78
word meet	126	16	-21	-20	-42
word meet D	95	24	-22	-20	-38
word meet P	77	-67	-1	-3	-33
word mentioned	24	-19	-1	-2	-9
word metformin	-33	26	-27	-8	14
word metformin D	-33	26	-27	-8	14
word mg	-9	-84	-3	-11	24
word mg D	-9	-84	-3	-11	24
word middle	13	-80	38	-3	-23
word middle D	6	-41	-23	0	2
word might	21	38	-19	-24	-41
word might D	45	5	-17	-26	-62
word might P	-26	43	-6	-3	0
word mild	-33	-4	24	22	-37
word mild D	-33	-4	24	22	-37
word milligram	-4	-13	-5	-16	9
word milligrams	-18	41	-11	-18	-18
word milligrams D	15	-23	-7	-17	-16
word millimeter	-59	30	-32	37	-66
word millimeter D	-59	30	-32	37	-66
word mind	-72	-23	-12	-8	74
word mind D	-72	-23	-12	-8	74
word minutes	-60	3	0	-1	70
word minutes D	-72	-4	0	-1	73
word miss	75	-56	-16	-23	-75
word miss D	92	-79	-15	-23	-45
word missing	10	-60	-3	-2	-1
word missing D	10	-60	-3	-2	-1
word mitral	-37	-25	-12	6	34
word mitral D	-37	-25	-12	6	34
word mm-hmm	49	-11	-69	32	-84
word mm-hmm D	-8	21	-68	48	-102
word mm-hmm P	141	-71	-31	-30	-30
word monitor	-24	-96	-28	-12	42
word monitor D	-29	-82	-27	-9	44
word monitoring	-14	-76	-22	-43	30
word monitoring D	-14	-76	-22	-43	30
word month	5	-1	-23	-3	7
word month D	21	-71	-24	-3	7
word months	6	-46	-20	-22	8
word months D	-2	-30	-18	-21	11
word months P	38	-32	-12	-12	-49
word more	2	-29	-59	-34	17
word more D	5	-67	-36	-34	31
word more P	-2	13	-61	-22	-36
word morning	-15	2	-47	4	-9
word morning D	-62	30	-31	8	62
word morning P	49	-14	-30	-36	-155
word most	-26	-6	35	12	-10
word most D	-31	-7	-43	17	7
word most P	-14	-1	52	-28	-94
word mostly	89	-82	-4	-5	-33
word motion	-32	-25	19	-4	30
word motion D	-32	-25	19	-4	30
word motor	16	-36	-4	-15	23
word motor D	-20	-2	-4	-13	34
word mouth	-52	37	21	-11	-8
word move	17	14	-53	-24	-40
word move D	12	47	-52	-18	-53
word move P	17	-63	-4	-10	-3
word moving	-5	38	-55	-69	-41
word moving D	-3	44	-50	-60	-89
word moving P	1	13	-18	-25	-25
word mri	-13	-63	-74	-13	45
word mri D	7	-11	-69	-5	4
word ms	-7	50	-29	-66	-97
word ms D	-7	50	-29	-66	-97
word much	0	4	-50	-43	-30
word much D	36	-85	-26	-12	13
word much P	-14	33	-44	-44	-111
word murmur	11	-64	-9	-25	2
word murmur D	11	-64	-9	-25	2
word murmurs	-19	-11	31	-2	-6
word muscle	28	-9	-10	-18	-72
word muscle D	28	-9	-10	-18	-72
word muscles	48	-63	-4	-3	-9
word my	16	-7	-28	-65	-12
word my D	6	-40	-8	-79	20
word my P	18	7	-37	-41	-69
word myself	-12	18	-13	-15	-70
word myself P	-14	18	-13	-15	-64
word n't	54	-99	-6	-27	-10
word n't D	49	-118	1	-25	-8
word n't P	48	-31	-38	-16	-44
word na	31	-37	-35	-19	-3
word na D	15	-13	-32	-19	3
word na P	46	-89	-41	-18	-19
word name	22	-42	-12	-4	-9
word name P	22	-42	-12	-4	-9
word nausea	25	-21	-23	-9	-38
word nausea D	25	-21	-23	-9	-38
word neck	-8	-15	52	-78	-66
word neck D	-65	24	64	-75	-51
word need	19	11	-64	-38	-20
word need D	17	-1	-60	-41	-10
word need P	21	22	-25	-5	-85
word needed	-33	42	-21	-14	-11
word needed D	-22	22	-18	-14	3
word needed P	-10	23	-5	-2	-49
word negative	-72	-29	53	0	-18
word negative D	-72	-29	53	0	-18
word neurovascular	-17	-74	32	-3	-49
word neurovascular D	-17	-74	32	-3	-49
word never	26	-68	-37	50	-109
word never P	64	-49	-9	-11	-97
word new	6	-28	-49	-36	11
word new D	-19	10	-25	-18	9
word new P	57	-59	-53	-29	-11
word news	49	7	-33	-27	-64
word news D	41	10	-31	-27	-64
word next	7	11	-44	-67	-23
word next D	4	8	-44	-69	-20
word next P	18	-7	-4	-4	-68
word nice	47	-13	-11	-43	-105
word nice D	68	-120	-4	-42	-89
word nice P	-21	35	-53	-10	-45
word night	-19	9	-23	-25	7
word night D	-9	-9	-25	-16	26
word night P	-24	37	-5	-16	-93
word nine	-65	-4	-27	73	-36
word ninety	68	-41	-47	-28	-36
word ninety D	47	-26	-42	-23	-25
word no	-16	-33	41	-9	-33
word no D	-18	-9	16	-10	-11
word no P	8	-33	44	-8	-75
word none	111	-85	-39	-37	-51
word none P	83	-51	-35	-25	-45
word nope	65	-60	-10	-5	-46
word nope P	65	-60	-10	-5	-46
word normal	21	-4	-46	-25	-25
word normal D	13	-28	-43	-17	8
word normal P	23	25	-34	-31	-93
word not	-11	-12	-61	34	-18
word not D	-2	-26	-62	49	-25
word not P	1	-18	-9	-88	13
word note	8	-49	31	18	-48
word note D	-1	-45	31	18	-44
word notes	2	9	-9	-14	-36
word notes D	1	10	-9	-14	-34
word nothing	13	3	-41	-45	-82
word nothing P	12	3	-42	-46	-81
word notice	17	-6	-32	29	-61
word notice D	48	-83	-29	29	-50
word notice P	-86	89	-44	-10	-58
word noticed	-22	1	-49	57	-126
word noticed D	28	-9	-21	-31	-69
word noticed P	-59	18	-41	61	-103
word now	23	-25	-63	3	-25
word now D	49	-25	-50	-10	-31
word now P	-9	-11	-96	3	8
word numbness	-41	34	-83	-55	9
word numbness D	-67	46	-54	-35	24
word nurse	17	2	37	-28	-34
word nurse D	17	2	37	-28	-34
word of	-67	30	23	18	-30
word of D	-41	5	-9	24	-21
word of P	-57	34	70	-14	-21
word off	40	-37	-59	-26	-32
word off D	32	-99	-57	-25	-11
word off P	30	-13	-22	-12	-55
word office	32	-67	-46	27	-89
word office D	32	-67	-46	27	-89
word often	34	-60	-18	38	-75
word often D	14	-97	-13	39	-66
word often P	31	-25	-8	-7	-45
word okay	13	-27	11	-54	-15
word okay D	13	-30	7	-52	-11
word okay P	22	-17	2	-47	-39
word old	-73	42	-9	-47	-3
word old D	-42	23	-9	-48	-3
word on	-17	-13	23	-94	3
word on D	-10	-13	28	-91	-1
word on P	-2	9	-24	-37	-19
word once	-4	21	-32	-26	-1
word once D	-25	10	-19	-13	20
word once P	5	15	-28	-24	-36
word one	4	-29	-31	-18	15
word one D	16	-72	-25	-3	42
word one P	1	27	-47	-27	-48
word only	-44	36	-39	-31	19
word only D	-39	56	-32	-16	4
word only P	-20	9	-15	-20	19
word or	-10	-3	4	-28	-23
word or D	-2	-16	6	-24	-21
word or P	-18	27	0	-25	-22
word order	-3	-25	-33	-61	6
word order D	20	-25	-33	-61	-17
word ordered	3	-4	-42	-13	-2
word ordered D	16	-71	-43	-11	13
word ordering	4	-53	0	-3	-1
word other	2	-5	-26	-81	-10
word other D	5	-11	-23	-83	-7
word other P	4	1	-32	-28	-10
word otherwise	24	-40	29	-8	-64
word otherwise D	21	-69	30	-8	-56
word our	-31	27	-28	-32	-13
word our D	8	-98	-25	-32	18
word our P	-45	54	-8	-5	-77
word out	32	-19	-52	-50	-13
word out D	40	-65	-44	-44	2
word out P	4	0	-60	-44	-29
word outside	-40	-152	-38	75	64
word outside D	-14	-128	-29	33	53
word outside P	-48	-67	-58	64	20
word over	25	-1	11	-25	-69
word over D	34	-22	13	-22	-48
word over P	-10	30	-21	-23	-91
word overall	-5	21	-30	-9	-54
word own	-37	41	-13	-10	-70
word own P	-37	41	-13	-10	-70
word oxygen	-34	40	-10	-20	-24
word oxygen D	-54	54	-4	-7	-17
word pain	-32	29	21	-51	-17
word pain D	-20	21	34	-47	-27
word pain P	-26	15	-88	-46	-5
word painful	-14	23	-48	-7	-12
word palpation	-63	25	10	-22	-67
word palpation D	-63	25	10	-22	-67
word panel	-11	-61	-15	-24	19
word panel D	-11	-61	-15	-24	19
word part	-72	38	55	-80	-24
word part D	-61	43	24	-75	-13
word part P	-24	-11	37	-19	-84
word past	-19	-13	-5	-32	16
word past D	-6	-11	-4	-37	7
word past P	-31	11	-11	-4	12
word patient	-105	53	-48	-40	53
word patient D	-78	61	-45	-40	27
word patients	-17	-17	-4	18	-19
word patients D	-17	-17	-4	18	-19
word pedis	-22	-29	25	-3	-13
word pedis D	-22	-29	25	-3	-13
word people	110	-67	-17	-27	-70
word people D	90	-49	-13	-15	-60
word percent	15	-21	-46	19	-32
word percent D	-27	6	-43	22	-13
word perfect	93	-77	-13	-17	-58
word perfect D	68	-63	-6	-14	-43
word perfect P	58	-36	-9	-5	-27
word physical	-31	6	13	-18	-1
word physical D	-39	24	14	-13	-8
word physical P	15	-55	-23	-14	14
word pill	90	-51	-11	-14	-89
word pill P	40	-20	-2	-8	-36
word pills	-90	50	-15	-22	2
word pills P	8	-48	-4	-3	23
word pitting	-1	-23	8	-5	-57
word pitting D	-1	-23	8	-5	-57
word pizza	-53	64	-17	-3	-75
word place	-21	36	-2	-2	-16
word place D	-1	46	-1	-2	-45
word plan	-60	-15	-48	-6	73
word plan D	-5	-71	-29	-56	48
word plan P	-90	78	-38	12	77
word play	-30	46	-19	-18	-83
word play D	-37	49	-11	-13	-45
word playing	-27	50	-15	-29	-67
word playing D	-18	38	-7	-9	-41
word playing P	-3	15	-12	-26	-85
word please	89	-35	-29	-33	-28
word please D	77	-33	-11	-24	-26
word plus	27	12	-43	-46	-9
word plus D	27	12	-43	-46	-9
word point	-8	36	-22	-41	-60
word point D	4	11	-9	-39	-37
word point P	-17	39	-19	-14	-90
word pop	3	-37	-48	-6	45
word pop D	28	-103	-48	-2	62
word pop P	-24	29	-3	-5	-43
word position	-70	63	56	13	-82
word position D	-70	63	56	13	-82
word positive	-35	14	-18	-10	-2
word positive D	-71	20	1	-4	13
word possible	-10	-71	-17	-43	50
word possible D	-10	-71	-17	-43	50
word potential	21	-2	-13	-14	-35
word potential D	21	-2	-13	-14	-35
word pounds	-46	14	-3	-18	30
word pounds D	-62	33	-2	-13	34
word prescribe	-37	16	-5	-5	34
word prescribe D	-37	17	-5	-6	33
word prescription	37	-73	-34	-8	0
word present	-44	-22	22	70	-34
word present D	-44	-22	22	70	-34
word presents	-33	24	23	-25	-20
word presents D	-33	24	23	-25	-20
word press	104	-80	-33	-9	-50
word press D	91	-77	-32	-2	-24
word pressure	-18	-24	28	-85	12
word pressure D	-6	-20	28	-87	-11
word pressure P	-20	-27	-11	-4	55
word pressure's	65	-41	-41	-32	-60
word pressure's D	65	-41	-41	-32	-60
word pressures	-50	-59	-9	-8	55
word pressures D	-50	-59	-9	-8	55
word pretty	-2	20	-54	-30	-51
word pretty D	20	3	-51	-25	-30
word pretty P	4	9	-19	-21	-120
word prevent	13	-5	-3	-2	-22
word prevent D	12	9	-2	0	-25
word primary	-25	0	-16	-11	15
word primary D	-32	-7	-15	-11	26
word primary P	22	8	-2	-1	-67
word prior	-2	-42	-30	-29	30
word prior D	-2	-42	-30	-29	30
word probably	63	-26	-30	-16	-53
word probably D	66	-72	-23	-12	-39
word probably P	19	-5	-9	-13	-67
word problem	44	-10	52	-55	-66
word problem D	69	15	-33	-48	-95
word problem P	-22	-75	74	-17	24
word problems	47	-48	-43	-36	-2
word problems D	45	-60	-28	-34	13
word problems P	34	8	-33	-10	-117
word procedure	5	-71	-25	-7	6
word procedure D	-10	-55	-23	-8	19
word procedures	15	48	-15	-7	-29
word procedures D	15	48	-15	-7	-29
word pull	4	-45	-16	-3	12
word pulse	14	2	-9	-25	-53
word pulse D	14	2	-9	-25	-53
word pulses	-9	-38	16	-15	-45
word pulses D	-9	-38	16	-15	-45
word push	11	17	-37	2	-25
word push D	22	33	-37	-20	-25
word put	19	-25	-41	-22	1
word put D	37	-62	-27	-15	-11
word put P	-17	4	-28	-15	-1
word questions	-31	-17	-57	38	22
word questions D	-20	-85	-55	39	27
word questions P	-29	55	-19	-10	-72
word quick	104	-34	-33	-10	-71
word quick D	104	-34	-33	-10	-71
word quickly	-49	63	-16	-3	-42
word quite	0	24	-11	-12	-113
word quite P	-2	24	-9	-11	-111
word rales	50	-54	-33	-7	-13
word range	44	-84	15	-16	-54
word range D	44	-84	15	-16	-54
word rate	-1	37	-37	-66	-82
word rate D	-2	27	-33	-44	-77
word read	108	-84	-10	-38	-77
word ready	-13	-93	62	-19	-31
word ready D	-54	-77	65	-16	-2
word real	-61	77	-8	-12	-57
word real D	38	-20	-2	-12	-10
word really	20	9	-20	-57	-40
word really D	31	9	-8	-57	-34
word really P	0	0	-44	-29	-27
word reason	84	-83	-2	-20	-72
word reason D	84	-83	-2	-20	-72
word rebound	0	-39	4	-9	-29
word rebound D	0	-39	4	-9	-29
word recent	-86	-43	-37	18	109
word recent D	-119	-43	-38	1	109
word recently	-24	-11	-35	-37	52
word recently D	-33	5	-25	-29	37
word recently P	-17	2	-16	-13	21
word recommend	8	-76	-12	-4	-4
word recommend D	0	-76	-12	-4	4
word recommended	-95	13	-18	-15	87
word recommended D	-95	13	-18	-15	87
word record	16	-87	-11	-23	18
word record D	16	-87	-11	-23	18
word refer	2	-81	-4	-4	9
word refer D	2	-81	-4	-4	9
word referral	19	20	-10	-17	-33
word referral D	19	20	-10	-17	-33
word referred	-49	66	-13	-27	-47
word refill	-2	-113	21	-21	-16
word refill D	-12	-101	22	-20	-4
word regular	-17	0	24	-24	-45
word regular D	-47	23	29	-12	-34
word regular P	86	-64	-57	-18	-39
word regularly	124	-98	-14	-7	-80
word regularly D	80	-43	-13	-1	-74
word regurgitation	-37	-25	-12	6	34
word regurgitation D	-37	-25	-12	6	34
word related	39	-98	-48	-29	25
word relief	3	-6	-14	-15	-24
word relief D	-35	23	-5	-2	13
word remember	6	-19	-17	-18	27
word remember D	10	12	-15	-13	-117
word remember P	3	-31	-4	-8	48
word repeat	-22	-128	-15	-15	44
word repeat D	-22	-128	-15	-15	44
word replacement	-55	18	-28	-27	43
word replacement D	-55	18	-28	-27	43
word report	-6	1	-8	-21	8
word report D	-15	28	-6	-21	9
word respiratory	-11	28	-3	-42	0
word respiratory D	22	-65	-1	-5	-19
word rest	-43	86	-41	-8	-72
word rest D	65	-29	-40	-6	-48
word results	-10	-13	-16	49	-122
word results D	5	-9	-16	35	-119
word retaining	77	-37	-21	-8	-58
word review	19	-15	-31	5	-69
word review D	31	-12	-31	-17	-63
word reviewed	-44	-80	-36	53	31
word reviewed D	-59	-80	-30	55	39
word rhythm	0	12	-5	-6	-37
word rhythm D	-24	32	0	-4	-32
word right	-50	12	27	6	-11
word right D	-25	-4	16	-2	-14
word right P	-58	13	31	34	3
word room	-51	63	-30	-21	-61
word routine	-9	2	-12	-12	-7
word routine D	42	-41	-10	-4	1
word run	122	-103	-11	-3	-74
word running	22	-16	-59	-23	-8
word running D	1	22	-54	-23	0
word running P	63	-46	-14	-4	-37
word s	-5	-5	15	-27	-16
word s D	-8	-2	15	-20	-16
word said	51	-46	-58	-36	-7
word said D	8	-15	-47	-36	16
word said P	68	-44	-22	-20	-84
word salt	26	-35	-26	-27	-2
word salt D	-14	-5	-24	-25	23
word salt P	60	-42	-11	-4	-76
word same	-36	15	4	-38	-8
word same D	-35	31	16	-21	6
word same P	-1	-20	-65	-28	-13
word saw	-2	15	-7	-15	-97
word saw D	59	-44	-7	-14	-94
word say	61	-61	3	-27	-56
word say D	12	-38	6	-29	-18
word say P	74	-50	-10	-12	-68
word saying	35	-22	-9	-4	-35
word saying D	35	-22	-9	-4	-35
word scale	-11	12	-6	-7	-25
word scale D	-11	12	-6	-7	-25
word scan	-12	19	-6	-20	8
word schedule	-34	-78	-17	-14	38
word schedule D	-34	-78	-17	-14	38
word scheduled	9	60	-35	-8	-91
word scheduled D	9	60	-35	-8	-91
word school	52	-27	-53	-19	-53
word school P	52	-27	-53	-19	-53
word season	-79	61	-19	-14	16
word second	-28	-38	3	11	35
word second D	-41	-25	4	11	35
word seconds	-16	-32	20	-4	-12
word seconds D	-16	-32	20	-4	-12
word see	1	15	-28	1	-12
word see D	-1	6	-86	7	3
word see P	13	0	38	-42	-126
word seeing	-14	-25	-34	-29	25
word seeing D	22	9	-26	-26	-108
word seeing P	-45	-88	-14	-7	74
word seem	-12	26	-13	-17	-21
word seem D	28	-14	-3	-8	-56
word seem P	-44	46	-19	-13	9
word seems	-11	26	-67	44	-34
word seems D	-28	52	-68	-56	-6
word seems P	28	-51	-7	63	-43
word seen	-32	-11	-30	-42	30
word seen D	-41	-2	-31	-42	33
word send	33	-72	-17	-7	-27
word send D	33	-72	-17	-7	-27
word sensation	-22	29	21	-30	-101
word sensation D	-22	29	21	-30	-101
word sent	-2	-79	-10	-13	69
word sent D	32	-91	-10	-8	46
word set	11	-91	-60	-35	2
word set D	11	-91	-60	-35	2
word seven	-8	8	-30	-28	-7
word seven D	-2	-19	-28	-18	4
word seven P	-19	25	-7	-25	-22
word seventy	39	-23	-20	-8	-18
word seventy D	39	-23	-20	-8	-18
word several	10	20	-9	-21	-64
word several P	-30	34	-4	-3	-25
word severe	-20	-21	-32	-17	13
word she	-39	39	-59	-81	-3
word she D	1	1	-62	-85	2
word she P	-32	37	-16	-3	-39
word she'll	81	-71	-35	-9	-58
word she'll D	66	-45	-33	-7	-56
word she's	-110	70	-20	-28	2
word she's D	-78	42	-20	-29	4
word sheet	-1	3	-6	-27	-12
word sheet D	-1	3	-6	-27	-12
word short	-5	24	-6	-10	-46
word short D	-5	24	-6	-10	-46
word shortness	-14	-1	-25	-29	34
word shortness D	-10	-6	-22	-29	35
word should	0	-121	-43	-36	20
word should D	-12	-74	-45	-37	23
word should P	106	-88	-2	-2	-63
word show	0	-45	27	38	-37
word show D	-11	-39	28	38	-29
word showed	-35	-19	-31	38	-35
word showed D	-35	-19	-31	38	-35
word shows	29	-92	-47	-74	16
word shows D	27	-90	-42	-75	16
word side	-16	-7	-15	-28	16
word side D	-8	-27	-6	-16	14
word side P	-11	10	-49	-22	3
word sign	-3	-66	33	-14	-65
word sign D	-3	-66	33	-14	-65
word significant	-43	5	0	28	13
word significant D	-43	5	0	28	13
word signs	48	-22	-4	-23	-44
word signs D	48	-22	-4	-23	-44
word since	-14	-11	-25	6	18
word since D	36	-43	-26	19	-6
word since P	-26	10	-11	-21	20
word sit	-27	6	-49	-17	28
word sit D	-20	-43	-40	-9	49
word sit P	-26	20	-20	-10	4
word six	-10	11	-9	-29	9
word six D	-7	-27	-9	-26	11
word six P	-33	36	-5	-19	-26
word sixty	-9	11	-3	-2	-19
word sixty D	-9	11	-3	-2	-19
word skin	31	-24	-31	-75	-4
word skin D	18	-9	-31	-75	-3
word sleep	3	23	-31	-17	-136
word sleep D	-27	54	-17	-3	-100
word sleep P	15	-2	-19	-16	-86
word sleeping	-51	72	-30	-23	-100
word sleeping D	-79	84	-22	-19	-48
word sleeping P	11	5	-11	-7	-84
word slight	-57	81	-22	-13	35
word slight D	-14	-33	-21	-6	39
word slightly	13	-36	-2	-43	-16
word slightly D	-25	6	-1	-42	-12
word smoke	118	-103	-35	-28	-72
word smoking	-10	-86	-48	-60	61
word smoking D	-44	-24	-15	-11	54
word so	13	-26	-8	-36	-19
word so D	5	-15	3	-38	-10
word so P	38	-40	-81	-10	-31
word soft	-49	13	37	9	-68
word soft D	-78	-29	52	16	-64
word some	5	-18	-23	17	0
word some D	6	-16	-2	-36	-2
word some P	0	-15	-53	42	-12
word somebody	53	-69	-1	-1	-35
word somebody D	36	-9	-1	-1	-35
word something	26	-34	-36	15	-63
word something D	7	-90	-35	17	-20
word something P	44	-16	-12	-12	-125
word sometimes	4	-85	-19	-57	42
word sometimes D	-3	-78	-19	-60	45
word sometimes P	77	-56	-3	-2	-35
word soon	74	-75	-35	-7	-54
word soon D	74	-72	-35	-8	-54
word sore	24	-57	-52	-39	-4
word sore D	-28	11	-50	-33	8
word sorry	98	-111	46	-16	-76
word sorry D	21	-73	49	-8	-47
word sound	-4	-132	3	-45	18
word sound D	-4	-132	3	-45	18
word sounds	28	-73	17	-51	-16
word sounds D	44	-79	-13	-43	-15
word sounds P	13	-55	32	-44	-24
word splint	-52	72	-15	-11	-2
word splint D	-6	-13	-6	0	11
word sports	-6	24	-4	-6	-58
word sports D	22	-4	-4	-6	-89
word stable	-21	28	-71	-42	16
word stable D	-27	33	-70	-40	17
word stairs	-58	62	-5	-9	-65
word stairs P	-35	40	-4	-3	-45
word standpoint	22	21	-7	-45	-38
word standpoint D	22	21	-7	-45	-38
word start	-5	-2	-34	-57	-4
word start D	6	19	-34	-60	-26
word start P	-1	-85	-7	-3	26
word started	15	-41	53	-12	-26
word started D	-28	-22	60	-6	11
word started P	42	-25	-27	-9	-121
word starts	2	15	-28	-5	-79
word stay	57	-46	-26	-10	-32
word stay D	70	-84	-18	-9	-31
word stick	30	4	-31	-31	-73
word stick D	112	-82	-25	-32	-55
word stiff	6	-19	57	-32	-86
word still	-21	-16	20	-41	11
word still D	-20	-11	36	-21	-10
word still P	3	-12	-67	-37	-6
word stomach	-33	42	-4	-1	-9
word stop	17	-26	-29	-19	-13
word stop D	-2	-76	-26	-15	15
word stop P	37	-11	-7	-8	-53
word stopped	33	-27	-5	-31	-84
word stopped P	-2	6	-5	-8	-49
word strain	7	-38	-57	-57	22
word strain D	-74	23	-54	-56	53
word stress	-16	-55	44	-33	26
word stress D	-37	2	52	-15	20
word stressful	6	-7	-4	-8	-1
word stressful P	-13	8	-4	-8	7
word strong	-24	-28	27	-6	-18
word strong D	-24	-28	27	-6	-18
word stuff	96	-82	-6	-10	-41
word stuff D	72	-54	-4	-10	-23
word stuff P	70	-62	-2	-1	-28
word such	59	-42	-1	-5	-23
word such D	59	-42	-1	-5	-23
word sugars	-32	-16	-22	-10	44
word sugars D	-12	-72	-22	-10	45
word summer	28	-30	-32	-28	-4
word summer D	18	-23	-30	-26	2
word supposed	60	-75	-5	-5	-42
word supposed D	45	-37	-5	-3	-41
word sure	0	57	-33	-28	-28
word sure D	10	37	-22	-20	-17
word sure P	-19	45	-35	-35	-109
word surgeries	24	-1	-32	-31	-64
word surgeries D	24	-1	-32	-31	-64
word surgery	-17	10	-29	-15	19
word surgery D	-8	23	-27	-17	5
word surgical	-22	9	-10	-4	2
word surgical D	-22	9	-10	-4	2
word swelling	13	-1	-18	18	-22
word swelling D	16	-9	-17	19	-22
word swelling P	-16	19	-17	-16	-24
word swollen	22	-24	-30	-22	30
word swollen D	-30	-6	-28	-17	43
word symptoms	-8	-11	-33	-36	4
word symptoms D	-12	18	-30	-34	-14
word system	86	-88	-7	-19	-34
word system D	51	-51	-5	-18	-31
word systems	-52	55	-32	-22	-45
word systems D	-52	55	-32	-22	-45
word systolic	-13	-58	5	-6	16
word systolic D	-13	-58	5	-6	16
word table	51	-19	-17	-1	-72
word take	12	17	-78	-43	-24
word take D	38	-29	-76	-48	-18
word take P	-47	59	-41	-7	-43
word taken	6	-83	-25	-9	44
word taken D	-31	-43	-26	-7	49
word taken P	107	-97	-2	-3	-79
word taking	-25	11	-40	-33	2
word taking D	-9	-28	-46	-31	23
word taking P	-22	49	-13	-22	-139
word talk	24	-7	-19	5	-56
word talk D	21	-4	-18	5	-54
word talked	35	-49	-31	0	-24
word talked D	27	-27	-29	-18	-19
word talking	-31	37	-8	-9	-33
word talking D	-34	35	0	-3	-48
word tell	4	-15	-19	1	2
word tell D	-3	-8	-11	-28	7
word tell P	13	-45	-24	12	-76
word template	15	-63	-5	-46	0
word template D	15	-63	-5	-46	0
word ten	34	-18	-6	-9	-35
word ten D	7	-2	-6	-5	-22
word tend	59	-36	-50	-6	-74
word tender	69	17	-68	-7	-46
word tenderness	-44	2	27	1	-126
word tenderness D	-35	2	27	-41	-126
word tendon	-29	11	-33	-47	16
word terms	-5	-17	-69	-54	18
word terms D	43	-28	-35	-56	-30
word test	37	17	37	-44	-69
word test D	76	-18	40	-41	-114
word tests	-24	30	-8	41	-10
word tests D	-13	-68	-5	44	-3
word th	-8	33	-53	-60	-83
word th D	-71	93	-33	-45	-71
word than	34	-16	-1	-2	-38
word than D	-34	69	1	7	-34
word than P	115	-112	-26	-17	-32
word thank	107	-43	-24	-11	-66
word thank D	74	-25	-20	-9	-44
word thank P	83	-38	-17	-8	-50
word thanks	21	-96	57	-32	-105
word thanks D	125	-53	-29	-31	-82
word thanks P	-27	-73	62	-9	-54
word that	-5	3	-37	-13	-18
word that D	1	12	-28	-18	-27
word that P	5	-32	-74	7	-2
word that's	15	-9	-11	-48	-8
word that's D	7	36	-64	-75	-7
word that's P	22	-90	53	1	2
word the	-48	13	-9	1	3
word the D	-37	22	-30	10	-2
word the P	-24	-15	49	-26	15
word their	48	-99	-18	-19	-16
word their D	2	-78	-11	-5	6
word them	19	-61	-33	-33	8
word them D	15	-19	-28	-34	-12
word them P	17	-59	-17	-12	38
word then	17	-33	-26	-43	1
word then D	-16	17	-18	-50	-11
word then P	58	-86	-34	-25	6
word therapy	-34	5	-56	-32	13
word therapy D	-24	48	-41	-28	-29
word there	8	-50	-7	6	-37
word there D	5	-28	-5	1	-36
word there P	41	-55	-36	7	-27
word there's	47	-56	2	10	-98
word there's D	48	-45	-8	10	-98
word these	46	-66	-31	-17	-21
word these D	20	-84	-31	-16	-1
word they	25	-21	-46	-53	-21
word they D	-3	-22	-41	-45	6
word they P	40	-22	-30	-40	-69
word they're	54	-38	-10	-21	-43
word they're D	27	-40	-2	-11	-22
word they're P	38	-30	-10	-14	-43
word they've	-27	-4	-32	-15	1
word they've D	-49	37	-13	-12	14
word thing	1	24	-3	-33	-71
word thing D	13	-25	8	-28	-21
word thing P	-1	45	-43	-20	-99
word things	-9	8	-34	-36	-9
word things D	-28	2	-29	-29	23
word things P	14	3	-19	-22	-153
word think	29	-47	-31	-45	-4
word think D	65	-81	-14	-39	-29
word think P	-13	-10	-36	-42	20
word thinking	71	-55	-9	-5	-59
word thinking D	62	-39	-8	-2	-41
word third	48	-42	-25	47	-77
word third D	-8	3	-25	47	-76
word this	-18	-30	-16	-62	21
word this D	-12	-39	-9	-56	19
word this P	-8	-1	-58	-33	1
word those	10	-34	-67	-29	-12
word those D	21	33	-62	-21	-64
word those P	4	-144	-37	-29	51
word though	57	-35	-34	-8	-20
word though D	33	-62	-27	-2	27
word though P	41	-28	-24	-7	-73
word thought	7	4	-22	-29	-79
word thought P	-13	21	-23	-30	-70
word three	38	27	-68	7	-46
word three D	33	36	-68	9	-45
word three P	27	-20	-2	-24	-34
word through	29	-25	-51	-31	-20
word through D	31	-45	-53	-30	-10
word through P	-1	-7	-5	-6	-7
word thyroid	16	-59	8	-49	-38
word thyroid D	16	-59	8	-49	-38
word time	-6	-12	-43	-29	7
word time D	-12	17	-38	-26	0
word time P	29	-33	-35	-25	-4
word times	-28	4	53	-40	18
word times D	4	-29	-17	-31	24
word times P	-47	21	61	-19	-73
word tingling	-48	21	-53	-8	36
word tingling D	-33	-4	-48	-7	49
word tired	67	-52	-17	-4	-80
word to	-52	1	-2	-26	16
word to D	-28	-21	9	-20	1
word to P	-31	29	-65	-44	19
word today	-16	42	22	-75	-49
word today D	-27	48	26	-74	-48
word today P	20	-26	-40	-22	-1
word told	30	-8	-13	-19	-97
word told D	-16	29	-15	-19	-58
word told P	66	-44	0	-2	-74
word too	43	-46	-34	-39	-39
word too D	82	-40	-5	-7	-51
word too P	34	-39	-38	-41	-34
word took	8	9	-21	-12	-62
word took D	16	-13	-1	-1	-2
word took P	7	9	-23	-12	-63
word top	-10	-18	40	-57	4
word top D	21	-23	-69	-46	10
word top P	-59	-21	78	-22	-76
word touch	0	-74	65	-29	-22
word touch D	-16	-107	65	-28	-17
word treatment	-6	-102	-5	-35	28
word treatment D	-6	-102	-5	-35	28
word tried	2	-23	-40	-27	-13
word tried D	19	0	-19	-11	-112
word tried P	-6	-22	-29	-21	1
word trouble	0	-84	-7	-2	44
word try	40	-26	-28	-33	-57
word try D	65	-105	-6	-18	-40
word try P	0	10	-34	-30	-29
word trying	21	9	-30	-26	-94
word trying D	88	-74	-6	-3	-52
word trying P	-20	38	-29	-27	-77
word turn	58	-55	-21	-1	-10
word twenty	-29	12	-33	-35	45
word twenty D	-2	-24	-30	-5	46
word twice	-15	-5	-11	-20	18
word twice D	-7	-82	-8	-15	22
word two	-19	18	-27	-7	-13
word two D	-31	29	-26	-5	-8
word two P	25	-13	-23	-33	-64
word tylenol	-16	49	-11	-9	-6
word tylenol P	-59	64	-12	-8	-51
word type	1	-4	40	-51	-31
word type D	-8	-4	40	-52	-15
word uh	-6	-2	2	-4	-19
word uh D	-13	-28	24	8	-9
word uh P	3	20	-110	-70	-70
word ultrasound	5	13	-9	-33	-42
word ultrasound D	5	13	-9	-33	-42
word um	11	-6	-21	-28	-25
word um D	20	-36	-14	-19	-5
word um P	-2	31	-47	-60	-102
word uncomfortable	23	-8	-46	-35	-83
word under	53	-8	-17	-23	-64
word under D	72	-67	-10	-20	-56
word under P	-21	28	-10	-9	-47
word understand	8	2	-14	-22	-86
word understand D	-38	46	-14	-22	-79
word unfortunately	-21	22	-30	-42	3
word unfortunately D	-7	-37	-20	-35	17
word until	-48	-38	-6	-9	72
word until D	-93	-7	0	0	96
word up	17	-30	-6	-55	1
word up D	16	-22	8	-52	-12
word up P	5	-44	-59	-43	9
word upper	-33	32	14	-68	-7
word upper D	-46	26	16	-65	8
word urine	-41	11	-46	-25	26
word urine D	-24	-18	-44	-23	28
word us	51	-13	-14	-25	-63
word us D	46	-13	-14	-24	-55
word use	54	-62	-70	-36	-20
word use D	40	-35	-54	-28	-41
word use P	35	-53	-52	-25	-1
word used	8	1	4	-28	-92
word used D	53	-103	12	-4	-47
word used P	-17	28	-25	-28	-81
word using	45	0	-24	-23	-65
word using D	27	19	-22	-21	-57
word using P	62	-61	-6	-4	-32
word usually	41	-17	-25	-24	-82
word usually P	36	-16	-26	-25	-71
word very	-19	27	-44	-53	-24
word very D	49	-122	-35	-42	-16
word very P	-34	57	-45	-23	-25
word visit	67	6	-5	-19	-81
word visit D	34	48	-5	-20	-81
word vital	75	-17	-36	-20	-23
word vital D	75	-17	-36	-20	-23
word vitals	48	-20	-31	-20	-62
word vitals D	40	-10	-25	-9	-31
word vomiting	25	-21	-23	-9	-38
word vomiting D	25	-21	-23	-9	-38
word wait	-38	-80	77	-22	-40
word wake	94	-96	-6	-3	-20
word walk	42	-115	-26	-7	-2
word walk D	15	-84	-17	-2	4
word walking	11	-30	-9	-12	8
word walking D	2	9	-5	-5	-28
word walking P	29	-68	-6	-9	54
word wan	-6	-1	-20	-12	-1
word wan D	-12	14	-22	-11	1
word wan P	79	-52	-3	-9	-64
word want	-12	6	29	-40	4
word want D	-20	-35	32	-39	13
word want P	16	-5	-16	-17	-45
word wanted	110	-89	-8	-20	-102
word wanted P	91	-75	-9	-4	-47
word was	-31	33	-70	-14	-6
word was D	-14	26	-72	-34	6
word was P	-11	2	-35	21	-16
word watch	-8	3	-36	-12	-3
word watch D	-4	22	-27	-11	-16
word watch P	7	-44	-16	-2	12
word watching	-33	25	-10	-11	8
word watching D	-38	33	-9	-5	9
word way	18	-34	-8	-45	0
word way D	13	-81	4	-38	-4
word way P	-6	-1	-46	-19	-4
word we	-2	-15	-60	-25	17
word we D	17	-34	-60	-51	10
word we P	-29	31	-15	11	3
word we'll	-6	-7	-30	-8	-11
word we'll D	7	-71	-28	-7	-9
word we're	8	5	-32	-34	-12
word we're D	10	7	-23	-28	-7
word we're P	-4	-15	-24	-23	2
word we've	-9	-29	-36	-27	44
word we've D	3	-47	-36	-27	45
word weakness	14	11	-101	-61	-56
word wear	-77	-28	-2	-2	82
word week	1	2	-21	-18	4
word week D	32	-81	-10	-9	1
word week P	-43	40	-21	-18	0
word weekend	60	-51	-7	-18	-83
word weekend P	33	-26	-5	-15	-71
word weeks	17	-36	-23	-19	1
word weeks D	30	-58	-23	-20	-7
word weeks P	-27	14	-7	-4	16
word weigh	16	-46	-3	-7	-9
word weigh D	16	-46	-3	-7	-9
word weight	-16	43	-34	-42	-98
word weight D	6	22	-27	-36	-79
word weight P	-19	26	-18	-16	-64
word weird	74	-58	-73	-32	-57
word welcome	-24	-37	-35	-28	29
word welcome D	-33	-28	-16	-26	36
word well	-4	-32	-30	-1	15
word well D	27	-50	-25	-29	-10
word well P	-37	-2	-42	27	35
word went	44	-40	-58	-38	-28
word went D	107	-93	-51	-11	-119
word went P	1	-12	-24	-34	16
word were	-10	-3	-85	20	0
word were D	-8	-21	-81	24	11
word were P	0	14	-24	-34	-80
word what	52	-24	-86	-74	-22
word what D	65	-42	-88	-75	-22
word what P	-8	20	-14	-17	-18
word what's	69	-98	-33	-28	-14
word what's D	39	-74	-28	-27	7
word what's P	73	-84	-11	-6	-52
word wheezes	-28	-53	37	-23	-28
word wheezes D	-7	-12	9	-3	-23
word wheezing	30	-66	27	-95	-44
word wheezing D	42	-9	-16	-47	-36
word when	1	-3	-23	-12	-51
word when D	10	8	-17	-3	-77
word when P	-20	-1	-34	-27	-4
word where	76	-7	-48	-29	-73
word where D	61	1	-47	-30	-69
word where P	75	-89	-9	-6	-38
word which	-6	-4	-57	6	-5
word which D	15	-14	-57	8	-10
word which P	-36	20	-13	-34	11
word while	23	-12	-22	-21	-30
word while D	-27	20	-14	-13	7
word while P	33	-21	-17	-14	-99
word white	13	-50	29	19	-93
word white D	13	-50	29	19	-93
word who	42	-15	-14	-16	-31
word who D	27	-8	-12	-12	-25
word who P	33	-23	-6	-8	-54
word whole	-13	-9	-57	-17	23
word whole D	12	-93	-34	-11	5
word whole P	-28	24	-34	-9	19
word why	0	-3	-51	-46	1
word why D	-42	46	-55	-50	4
word why P	42	-82	-4	-3	-7
word wife	23	-9	-12	-3	-73
word wife D	70	-61	-1	0	-48
word wife P	-10	18	-13	-3	-44
word will	1	-8	-16	-49	9
word will D	14	-3	-14	-52	-8
word will P	-16	-85	-22	-8	25
word wish	92	-89	-12	-8	-44
word with	-65	7	-14	-10	20
word with D	-54	13	-8	-23	-4
word with P	-26	-1	-59	5	15
word within	-22	-74	-12	-10	57
word without	-12	6	-59	-29	24
word without D	26	-104	-58	-20	35
word wo	83	-32	-11	-7	-74
word work	-18	11	-52	17	-13
word work D	-19	60	-51	4	-33
word work P	-10	-27	-20	10	12
word working	-4	30	-8	-13	-105
word working P	-36	48	-8	-13	-70
word worried	-53	-17	-3	-3	64
word worse	13	-80	-39	-35	46
word worse D	50	-43	-38	-36	-12
word worse P	-78	-80	-4	-2	82
word worst	-40	1	-4	-4	24
word worst D	-40	1	-4	-4	24
word would	4	-2	-57	15	-32
word would D	33	-24	-52	18	-62
word would P	-34	9	-36	-23	18
word wow	38	-26	-35	-18	-114
word wow D	-54	58	-17	-2	-81
word wrong	12	14	-12	-11	-45
word x-ray	2	-7	-98	45	-38
word x-ray D	14	-49	-98	38	-32
word x-rays	-60	38	-40	46	-69
word x-rays D	-60	38	-40	46	-69
word yeah	17	-27	-57	-46	1
word yeah D	0	-48	-59	-51	35
word yeah P	23	-6	-52	-43	-51
word year	-1	-29	-28	-57	21
word year D	-43	-2	-27	-58	36
word year P	36	-31	-9	-15	-21
word year-old	-77	21	-17	-67	9
word year-old D	-77	21	-17	-67	9
word years	-17	39	-8	-19	-81
word years D	-46	58	-3	-14	-48
word years P	-5	13	-7	-13	-80
word yep	-23	38	-7	-14	-72
word yes	31	-70	-48	-48	23
word yes D	27	-93	-25	-29	14
word yes P	40	-45	-48	-45	-1
word yesterday	9	8	-17	-13	-81
word yesterday P	9	8	-17	-13	-81
word you	16	-15	-5	-37	-11
word you D	10	-15	6	-40	-3
word you P	40	-41	-99	-16	-27
word you'll	55	25	-45	-16	-112
word you'll D	55	25	-45	-16	-112
word you're	25	-58	-9	-51	-1
word you're D	54	-37	1	-51	-44
word you're P	-7	-102	-73	-25	40
word you've	-6	-62	-2	-8	-7
word you've D	-11	-57	-2	-8	-6
word your	1	-19	-27	-31	-23
word your D	10	-26	-29	-38	-21
word your P	-27	36	-8	4	-54
word yourself	42	-52	-27	-15	-23
word yourself D	31	-44	-24	-12	-14
word zero	-2	-90	31	-51	6
word zero D	-2	-90	31	-51	6`;
